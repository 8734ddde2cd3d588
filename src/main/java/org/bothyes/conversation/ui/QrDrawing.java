// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import org.bothyes.shell.Qr;

/** A text for a camera. Dark on light by day and by night, since not every camera reads it the other way round. */
final class QrDrawing {

    private QrDrawing() {}

    static Div of(String text, String label) {
        var code = Qr.of(text);
        return Drawing.svg("qr", label, code.size(), code.size(), """
                <path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%2$s"/>""".formatted(code.size(), code.dark()));
    }
}
