// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands before a server of this machine, as a network does. It can be long: whatever is on its way takes its time, as
 * much as there is of it. And it can go dead without a word: what is connected then is never answered and never hung up
 * on, not even once it is well again.
 */
public final class Relay implements AutoCloseable {

    private static final int MOST = 64 * 1024;
    private static final Packet END = new Packet(0, new byte[0]);

    private final int to;
    private final long oneWay;
    private final ServerSocket door;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile AtomicBoolean isDead = new AtomicBoolean();

    /**
     * @param to the server's port
     * @param roundTrip how long it takes to there and back, but for making a connection
     */
    public Relay(int to, Duration roundTrip) {
        this.to = to;
        this.oneWay = roundTrip.toNanos() / 2;
        try {
            this.door = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::receive);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void goesDead() {
        isDead.set(true);
    }

    /** For who connects from now on. */
    public void isWell() {
        isDead = new AtomicBoolean();
    }

    /** How many have connected while it was dead. */
    public int unanswered() {
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
                    way(caller, called, dead);
                    way(called, caller, dead);
                }
            }
        } catch (IOException e) {
            close();
        }
    }

    /**
     * Something that is on its way.
     *
     * @param due when it arrives, by this machine's nanoseconds
     * @param bytes none where nothing more comes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Packet(long due, byte[] bytes) {}

    private void way(Socket from, Socket to, AtomicBoolean dead) throws IOException {
        from.setTcpNoDelay(true);
        var packets = new LinkedBlockingQueue<Packet>();
        Thread.ofVirtual().start(() -> set(packets, from, dead));
        Thread.ofVirtual().start(() -> arrive(packets, from, to));
    }

    private void set(BlockingQueue<Packet> off, Socket from, AtomicBoolean dead) {
        var bytes = new byte[MOST];
        try {
            for (var n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                if (!dead.get()) {
                    off.add(new Packet(System.nanoTime() + oneWay, Arrays.copyOf(bytes, n)));
                }
            }
        } catch (IOException e) {
            // hung up on
        }
        off.add(END);
    }

    private static void arrive(BlockingQueue<Packet> packets, Socket from, Socket to) {
        try (from;
                to) {
            for (var next = packets.take(); next.bytes().length > 0; next = packets.take()) {
                for (var left = next.due() - System.nanoTime(); left > 0; left = next.due() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                to.getOutputStream().write(next.bytes());
            }
        } catch (IOException e) {
            // one of the two has hung up, which closes both
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
