/**
 * What whoever runs a server needs: settings that are checked, health and metrics, backups, and a look at itself. It
 * knows rows as bytes and numbers, and nobody who is in them.
 */
@NullMarked
package org.bothyes.operations;

import org.jspecify.annotations.NullMarked;
