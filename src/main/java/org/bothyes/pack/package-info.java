/**
 * Packs: the questions, limits, choices, signals and scripts that two partners answer and use. Packs are data, read
 * strictly at start-up from {@code packs/<pack-id>/}; this room knows no couple and no answer.
 */
@NullMarked
package org.bothyes.pack;

import org.jspecify.annotations.NullMarked;
