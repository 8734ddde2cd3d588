package org.bothyes.pack;

/** Something that is said plainly and never asked: it holds for everybody. */
public record Fixed(Id<Fixed> id) {}
