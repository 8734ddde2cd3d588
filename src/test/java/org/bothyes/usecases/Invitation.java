// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

/**
 * What somebody sends their partner.
 *
 * @param link with the code behind the #
 * @param words told another way
 */
public record Invitation(String link, String words) {

    String code() {
        return link.substring(link.indexOf('#') + 1);
    }
}
