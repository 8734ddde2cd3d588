/**
 * What the database needs, whoever is in it: pieces of work in transactions, what is done once for all nodes, the key that
 * belongs to it, room on a full disk, and what was erased and stays so. It knows no conversation but by its id.
 */
@NullMarked
package org.bothyes.storage;

import org.jspecify.annotations.NullMarked;
