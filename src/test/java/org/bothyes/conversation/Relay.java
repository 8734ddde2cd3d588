// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a server, as a network does, and can go dead without a word: what is connected then is never answered
 * and never hung up on, not even once it is well again.
 */
final class Relay implements AutoCloseable {

    private final int to;
    private final ServerSocket door;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile AtomicBoolean isDead = new AtomicBoolean();

    private Relay(int to) throws IOException {
        this.to = to;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::receive);
    }

    static Relay to(int port) {
        try {
            return new Relay(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    void goesDead() {
        isDead.set(true);
    }

    /** For who connects from now on. */
    void isWell() {
        isDead = new AtomicBoolean();
    }

    /** How many have connected while it was dead. */
    int unanswered() {
        return unanswered.get();
    }

    private void receive() {
        try {
            while (true) {
                var caller = door.accept();
                sockets.add(caller);
                var dead = isDead;
                if (dead.get()) {
                    unanswered.incrementAndGet();
                } else {
                    var called = new Socket(InetAddress.getLoopbackAddress(), to);
                    sockets.add(called);
                    Thread.ofVirtual().start(() -> pass(caller, called, dead));
                    Thread.ofVirtual().start(() -> pass(called, caller, dead));
                }
            }
        } catch (IOException e) {
            close();
        }
    }

    private static void pass(Socket from, Socket to, AtomicBoolean dead) {
        try (from;
                to) {
            var bytes = new byte[8192];
            for (var n = read(from, bytes); n >= 0; n = read(from, bytes)) {
                if (!dead.get()) {
                    to.getOutputStream().write(bytes, 0, n);
                }
            }
        } catch (IOException e) {
            // one of the two has hung up, which closes both
        }
    }

    private static int read(Socket from, byte[] bytes) throws IOException {
        return from.getInputStream().read(bytes);
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
