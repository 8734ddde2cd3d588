// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.util.List;
import org.bothyes.overlap.Change;
import org.bothyes.overlap.Comfort;
import org.bothyes.overlap.Sheet;

/**
 * One change, and the draft that its screen showed. A phone without a connection sends what was tapped minutes later; in
 * between something else may have been said on another device.
 *
 * @param seen what the screen took to be stored when this was said
 */
public record Said(Change change, Draft seen) {

    /**
     * Whether what is stored of the same thing is what the screen showed, or what was said there: where just the word
     * that it is kept was lost, it is said once more. What shares less always fits: a "no" is never refused.
     *
     * @param all what is said with it, itself included
     */
    boolean fits(Sheet stored, List<Said> all) {
        var shown = seen.sheet();
        return sharesLess(stored)
                || agree(stored, shown)
                || all.stream().anyMatch(said -> agree(stored, shown.with(said.change)));
    }

    boolean sharesLess(Sheet stored) {
        return switch (change) {
            case Change.Answered(var side, var comfort) ->
                comfort.compareTo(Comfort.OPEN) < 0 || comfort.compareTo(stored.comfort(side)) < 0;
            case Change.Limited(var limit, var row) -> row < stored.row(limit).orElse(0);
            default -> false; // ticked or not, there are but two: what is said is stored, or what was seen
        };
    }

    private boolean agree(Sheet one, Sheet other) {
        return switch (change) {
            case Change.Answered(var side, var _) -> one.comfort(side) == other.comfort(side);
            case Change.Conditioned(var side, var condition, var _) ->
                one.has(side, condition) == other.has(side, condition);
            case Change.Limited(var limit, var _) -> one.row(limit).equals(other.row(limit));
            case Change.Ticked(var side, var item, var _) -> one.has(side, item) == other.has(side, item);
            case Change.Signalled(var signal, var _) -> one.has(signal) == other.has(signal);
            case Change.Pictured(var setting, var _) -> one.has(setting) == other.has(setting);
        };
    }
}
