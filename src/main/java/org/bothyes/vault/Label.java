package org.bothyes.vault;

import java.util.UUID;

/**
 * Where a box belongs, so that no box can be put in another's place.
 *
 * @param table what is kept there: a draft, a sealed sheet, an overlap
 * @param conversation whose
 * @param round which round, from 1
 * @param role whose of the two; the overlap has none
 */
public record Label(String table, UUID conversation, int round, String role) {}
