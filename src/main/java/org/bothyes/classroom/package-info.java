/**
 * Lessons for a room of adults: a fictional couple, what each of the two said, and how to talk about it. Everything here is
 * made up. No way leads from here to a conversation, or from there to here.
 */
@NullMarked
package org.bothyes.classroom;

import org.jspecify.annotations.NullMarked;
