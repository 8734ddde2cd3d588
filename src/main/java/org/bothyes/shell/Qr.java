// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text for a camera (ISO/IEC 18004).
 *
 * @param size how wide and high it is, in modules, with what has to stay free around it
 * @param dark the dark modules, as the path of a drawing in which a module is one unit
 */
public record Qr(int size, String dark) {

    /** What the standard wants left free all around, in modules. */
    private static final int QUIET = 4;

    public static Qr of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var dark = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new Qr(code.size + 2 * QUIET, dark.toString());
    }
}
