package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import io.nayuki.qrcodegen.QrCode;

/** A text for a camera. Dark on light by day and by night, since not every camera reads it the other way round. */
final class QrDrawing {

    /** What the standard wants left free all around, in modules (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private QrDrawing() {}

    static Div of(String text, String label) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var dark = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        var size = code.size + 2 * QUIET;
        return Drawing.svg("qr", label, size, size, """
                <path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%2$s"/>""".formatted(size, dark));
    }
}
