package org.bothyes.vault;

/** Closes what partners say into boxes that all have one size, and opens them for who holds the keys. */
public interface Vault {

    /** The size of every box in the product, in bytes, so that a size tells nothing. */
    int BOX = 4096;

    /** The most that fits into a box, in bytes: a version byte and two of length go off. */
    int MOST = BOX - 3;

    /** The keys that a partner's secret opens. */
    Keys unlock(Secret secret);

    /**
     * @return exactly {@link #BOX} bytes, the first of which is the version of the format
     * @throws IllegalArgumentException if the content is larger than {@link #MOST}
     */
    byte[] close(Keys keys, Label label, byte[] content);

    /** @throws IllegalArgumentException if this is no box of ours; the message says no more */
    byte[] open(Keys keys, Label label, byte[] box);
}
