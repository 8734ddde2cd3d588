package org.bothyes.pack;

/** A readiness question: to read, never to answer. */
public record Ready(Id<Ready> id) {}
