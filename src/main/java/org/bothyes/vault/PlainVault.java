package org.bothyes.vault;

import java.nio.ByteBuffer;

/** Version 0: padded, not encrypted. Whoever reads the database reads the answers; README and docs say so. */
public final class PlainVault implements Vault {

    private static final byte VERSION = 0;

    @Override
    public Keys unlock(Secret secret) {
        return new Keys();
    }

    @Override
    public byte[] close(Keys keys, Label label, byte[] content) {
        if (content.length > MOST) {
            throw new IllegalArgumentException("too much for a box");
        }
        return ByteBuffer.allocate(BOX)
                .put(VERSION)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    @Override
    public byte[] open(Keys keys, Label label, byte[] box) {
        var buffer = ByteBuffer.wrap(box);
        if (box.length != BOX || buffer.get() != VERSION) {
            throw new IllegalArgumentException("not a box of ours");
        }
        var length = Short.toUnsignedInt(buffer.getShort());
        if (length > MOST) {
            throw new IllegalArgumentException("not a box of ours");
        }
        var content = new byte[length];
        buffer.get(content);
        return content;
    }
}
