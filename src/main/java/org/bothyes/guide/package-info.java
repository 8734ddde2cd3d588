/**
 * The pages that anybody may read before they start: front door, guide, questions, lines to say, help. Plain HTML, written
 * once when the application starts, and what anybody may take along: cards for a pocket, a reminder. No session, no
 * cookie, and nothing of anybody's in it.
 */
@NullMarked
package org.bothyes.guide;

import org.jspecify.annotations.NullMarked;
