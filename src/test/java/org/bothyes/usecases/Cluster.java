// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bothyes.door.Site;

/**
 * Two nodes on one PostgreSQL behind one HAProxy, each a process of its own on this machine, and set up as
 * {@code docs/haproxy.cfg} says.
 */
public final class Cluster implements Place, AutoCloseable {

    private static final String CERTIFICATE = "certificate.pem";
    private static final Path CONFIGURATION = Path.of("docs", "haproxy.cfg");

    private final int port = Running.freePort();
    private final Running a;
    private final Running b;
    private final DebianPostgres database;
    private final Process proxy;
    private final HttpClient client;

    /**
     * @param folder for all that it writes
     * @param flags what the nodes' JVMs are told besides
     */
    public Cluster(Path folder, List<String> flags) {
        database = new DebianPostgres(folder, Running.freePort());
        a = node(folder.resolve("a"), flags, folder.resolve("secret.key"));
        b = node(folder.resolve("b"), flags, folder.resolve("secret.key")); // which is there by now
        proxy = Commands.start(List.of("haproxy", "-f", configuration(folder).toString()));
        await().atMost(Duration.ofSeconds(20)).until(this::isOpen);
        client =
                Site.browser().sslContext(trusting(folder.resolve(CERTIFICATE))).build();
    }

    private boolean isOpen() {
        try (var door = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return door.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Running node(Path data, List<String> flags, Path key) {
        return Running.node(
                data,
                flags,
                Map.of(
                        "BOTH_YES_DB_URL",
                        database.url(),
                        "BOTH_YES_DB_USER",
                        "bothyes",
                        "BOTH_YES_KEY",
                        key.toString(),
                        "BOTH_YES_FORWARDED",
                        "native"));
    }

    /** As it is told, but for the addresses of this machine. */
    private Path configuration(Path folder) {
        try {
            var told = Files.readString(CONFIGURATION)
                    .replace("    bind :80\n", "")
                    .replace(
                            ":443 ssl crt /etc/haproxy/talk.example.org.pem",
                            ":" + port + " ssl crt " + certificate(folder))
                    .replace("X-Forwarded-Port 443", "X-Forwarded-Port " + port)
                    .replace("10.0.0.11:8080", "127.0.0.1:" + a.port())
                    .replace("10.0.0.12:8080", "127.0.0.1:" + b.port());
            return Files.writeString(folder.resolve("haproxy.cfg"), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path certificate(Path folder) throws IOException {
        var key = folder.resolve("key.pem");
        var certificate = folder.resolve(CERTIFICATE);
        Commands.run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString()));
        return Files.writeString(folder.resolve("both.pem"), Files.readString(certificate) + Files.readString(key));
    }

    @Override
    public String url(String path) {
        return "https://localhost:" + port + path;
    }

    /** Somebody with a browser that trusts the proxy. */
    public Site site() {
        return new Site(url(""), client);
    }

    private static SSLContext trusting(Path certificate) {
        try (var in = Files.newInputStream(certificate)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null);
            trusted.setCertificateEntry(
                    "proxy", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The node of this name, {@code a} or {@code b}. */
    public Running node(String name) {
        return name.equals("a") ? a : b;
    }

    public DebianPostgres database() {
        return database;
    }

    /** Cuts the line by which each node hears of the other. */
    public void cutLines() {
        try (var connection = DriverManager.getConnection(database.url(), "bothyes", "");
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        proxy.destroy();
        a.close();
        b.close();
        database.close();
    }
}
