/**
 * Two adults answer the same questions apart; both see only what they share. The {@code guide} is there to read first.
 * The {@code door} lets people in and gives their tab a handle. In the rooms of {@code conversation.ui} one partner
 * answers; {@code conversation} keeps what they say and seals it in boxes of the {@code vault}; {@code storage}
 * looks after the database that they lie in. When both have finished, the rule in {@code overlap} makes one overlap of two
 * sheets over a {@code pack} of questions. In the {@code classroom} educators show it with a fictional couple. The
 * {@code shell} is the frame around all of it: gate, headers, errors; {@code operations} is what its keeper does: backups,
 * moving, looking after itself.
 */
@NullMarked
package org.bothyes;

import org.jspecify.annotations.NullMarked;
