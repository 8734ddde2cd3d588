/**
 * The doors: plain pages through which people start, join, come back and leave. Sessions are born here and nowhere else;
 * everything behind them is a room under {@code /c/}.
 */
@NullMarked
package org.bothyes.door;

import org.jspecify.annotations.NullMarked;
