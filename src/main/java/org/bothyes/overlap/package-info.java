/**
 * The rule, and nothing else: two sheets go in, one overlap comes out. Pure, total and symmetric. What a partner may
 * see is an {@link org.bothyes.overlap.Overlap}, so whoever shows results never touches a sheet.
 */
@NullMarked
package org.bothyes.overlap;

import org.jspecify.annotations.NullMarked;
