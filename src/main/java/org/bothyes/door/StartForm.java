package org.bothyes.door;

import org.jspecify.annotations.Nullable;

/**
 * What the page for starting sends.
 *
 * @param pack the id of the pack; missing where there is only one
 * @param adult ticked: 18 or over
 * @param consent ticked: has read what is kept and what can't be hidden
 */
record StartForm(
        @Nullable String pack,
        @Nullable Boolean adult,
        @Nullable Boolean consent) {

    boolean complete() {
        return Boolean.TRUE.equals(adult) && Boolean.TRUE.equals(consent);
    }
}
