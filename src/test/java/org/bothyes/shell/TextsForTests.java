// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The product's own texts without the application, for tests of any room. */
public final class TextsForTests {

    private TextsForTests() {}

    public static Texts texts() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("vaadin-i18n/translations");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        return new Texts(messages);
    }
}
