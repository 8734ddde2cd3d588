package org.bothyes.conversation;

/** Makes what was committed outlive a loss of power, where the database's own commit does not. One per database. */
@FunctionalInterface
interface Durability {

    void flush();
}
