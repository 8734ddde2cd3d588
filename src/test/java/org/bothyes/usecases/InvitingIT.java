// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bothyes.usecases.Written.text;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The invitation on its way: scanned from the screen, shared, copied. */
class InvitingIT {

    @RegisterExtension
    static final RealBrowser browser = new RealBrowser();

    private final Running running = Running.shared();

    private Person invites() {
        var ann = browser.person("ann", running);
        ann.goesTo("/start").choosesPin().ticksBoth().button("start.go").click();
        return ann.keepsTheCode().arrivesAt("/c/invite");
    }

    @Test
    void a_camera_reads_the_link_by_day_and_by_night() throws Exception {
        var ann = invites();
        var link = ann.readsTheInvitation().link();
        var code = ann.page.getByRole(
                AriaRole.IMG,
                new Page.GetByRoleOptions().setName(text("invite.qr.label")).setExact(true));
        assertThat(code).isHidden();
        ann.summary(text("invite.qr")).click();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            ann.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(scanned(code)).as(scheme.name()).isEqualTo(link);
        }
    }

    /** Dark on light only, as the simplest cameras do. */
    private static String scanned(Locator code) throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
        var wide = picture.getWidth();
        var high = picture.getHeight();
        var seen = new RGBLuminanceSource(wide, high, picture.getRGB(0, 0, wide, high, null, 0, wide));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                .getText();
    }

    @Test
    void the_link_is_shared_where_the_browser_can_and_no_button_stands_where_it_cannot() {
        assertThat(invites().page.locator(".share")).isHidden();

        var bob = browser.person("bob", running);
        bob.page.addInitScript("navigator.share = what => { window.shared = what; return Promise.resolve(); }");
        bob.goesTo("/start").choosesPin().ticksBoth().button("start.go").click();
        var link = bob.keepsTheCode().readsTheInvitation().link();
        bob.page.locator(".share").click();
        assertThat(bob.page.locator(".share")).containsText(text("take.done"));
        assertThat(bob.page.evaluate("shared")).isEqualTo(Map.of("text", text("take.share.text") + " " + link));
    }

    @Test
    void the_code_stands_in_groups_that_can_be_read_aloud() {
        var ann = invites();
        assertThat(ann.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text("invite.code"))))
                .isVisible();
        var code = ann.page.locator("#invite-code").textContent();
        assertThat(code).matches("[0-9A-Z]{5,6}( [0-9A-Z]{5,6}){4}");
        assertThat(ann.readsTheInvitation().link()).endsWith("/join#" + code.replace(" ", ""));
    }
}
