package org.bothyes.pack;

/**
 * Something that is said plainly and never asked: it holds for everybody.
 *
 * @param call whether it belongs on the card for a call
 */
public record Fixed(Id<Fixed> id, boolean call) {}
