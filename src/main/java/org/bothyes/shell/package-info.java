/**
 * The frame around everything: the application shell, the gate in front of the rooms, the headers every answer carries,
 * and the kind pages for what goes wrong.
 */
@NullMarked
package org.bothyes.shell;

import org.jspecify.annotations.NullMarked;
