// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.bothyes.overlap.Sheet;
import org.bothyes.pack.Pack;
import org.bothyes.vault.Secret;

/**
 * What one partner is working on: the sheet, and with it all that belongs to this partner alone and goes with it.
 *
 * @param sheet the answers
 * @param step the path of the step they are at, to bring them back to; empty at the beginning
 * @param whole whether they went on after the short round
 * @param invitation the invitation, to show it again to who started
 */
public record Draft(Sheet sheet, String step, boolean whole, Optional<Invitation> invitation) {

    /** The most bytes that the rest of a draft takes: two ids in a path, a token, two words. */
    static final int MOST_BESIDE_SHEET = 256;

    static Draft blank(Pack pack, Optional<Invitation> invitation) {
        return new Draft(Sheet.blank(pack), "", false, invitation);
    }

    Draft with(Sheet next) {
        return new Draft(next, step, whole, invitation);
    }

    Draft at(String next, boolean wholeRound) {
        return new Draft(sheet, next, wholeRound, invitation);
    }

    byte[] write() {
        var invite = invitation
                .map(i -> i.token().code().replace(" ", "") + ' ' + i.words())
                .orElse("");
        var head = step + '\n' + whole + '\n' + invite + '\n';
        return (head + new String(sheet.write(), UTF_8)).getBytes(UTF_8);
    }

    static Draft read(Pack pack, byte[] written) {
        var parts = new String(written, UTF_8).split("\n", 4);
        var sheet = Sheet.read(pack, parts[3].getBytes(UTF_8));
        return new Draft(sheet, parts[0], Boolean.parseBoolean(parts[1]), invitation(parts[2]));
    }

    private static Optional<Invitation> invitation(String line) {
        var gap = line.indexOf(' ');
        return gap < 0
                ? Optional.empty()
                : Secret.parse(line.substring(0, gap)).map(t -> new Invitation(t, line.substring(gap + 1)));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
