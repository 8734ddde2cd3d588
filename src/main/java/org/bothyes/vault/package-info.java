/**
 * Secrets and the boxes that answers are kept in. Knows bytes, not questions. For now a box is only padded to one fixed
 * size and not encrypted; the door is the one that sealing will use, so that nothing outside this room changes with it.
 */
@NullMarked
package org.bothyes.vault;

import org.jspecify.annotations.NullMarked;
