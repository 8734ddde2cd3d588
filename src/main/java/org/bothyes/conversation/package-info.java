/**
 * The private space of two partners, from invitation to the end. {@link org.bothyes.conversation.Conversations} lets
 * people in, {@link org.bothyes.conversation.Answering} keeps what one partner says,
 * {@link org.bothyes.conversation.Rounds} seals it, and {@link org.bothyes.conversation.Sharing} opens what both share.
 * Rows never leave this room.
 */
@NullMarked
package org.bothyes.conversation;

import org.jspecify.annotations.NullMarked;
