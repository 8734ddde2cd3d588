// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A proxy that speaks TLS to the one side and plain http to the other, and may change the head of what passes. */
final class TlsFront implements AutoCloseable {

    private static final String PASSWORD = "for a test";

    private final SSLServerSocket door;
    private final SSLContext trusted;
    private final int behind;
    private final UnaryOperator<String> asked;
    private final UnaryOperator<String> answered;

    /**
     * @param ago how many days ago its certificate was made, which lasts for ninety
     * @param behind the port it speaks for
     * @param asked what it makes of the head of a request
     * @param answered what it makes of the head of an answer
     */
    TlsFront(Path folder, int ago, int behind, UnaryOperator<String> asked, UnaryOperator<String> answered)
            throws Exception {
        this.behind = behind;
        this.asked = asked;
        this.answered = answered;
        trusted = context(certificate(folder, ago));
        door = (SSLServerSocket)
                trusted.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    private static KeyStore certificate(Path folder, int ago) throws Exception {
        var file = folder.resolve("front-" + ago + ".p12");
        if (!Files.exists(file)) {
            var made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-alias",
                            "front",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost,ip:127.0.0.1",
                            "-startdate",
                            "-" + ago + "d",
                            "-validity",
                            "90",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            made.getInputStream().readAllBytes();
            made.waitFor();
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static SSLContext context(KeyStore store) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** For a client that trusts its certificate. */
    SSLContext trusted() {
        return trusted;
    }

    String address() {
        return "https://localhost:" + door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var outside = door.accept();
                Thread.ofVirtual().start(() -> speakFor(outside));
            } catch (IOException e) {
                // it has been closed, or who came has gone
            }
        }
    }

    private void speakFor(Socket outside) {
        try (outside;
                var inside = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            var back = Thread.ofVirtual().start(() -> pass(inside, outside, answered));
            pass(outside, inside, asked);
            back.join();
        } catch (IOException | InterruptedException e) {
            // who came has gone
        }
    }

    private static void pass(Socket from, Socket to, UnaryOperator<String> change) {
        try {
            var out = to.getOutputStream();
            head(from.getInputStream(), out, change);
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // who came has gone
        }
    }

    private static void head(InputStream in, OutputStream out, UnaryOperator<String> change) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        out.write(change.apply(head.toString()).getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
