// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.bothyes.conversation.Couples;
import org.jspecify.annotations.Nullable;

/** The packaged application, running as a process of its own on a free port, with its data in a folder of its own. */
public final class Running implements Place, AutoCloseable {

    /** Where logs of the servers and pictures of failed tests go. */
    public static final Path LEFT_BEHIND = Path.of("target", "browser-ring");

    private static final Path APP = Path.of("target", "app");
    /** As bin/run starts it; but here it does not start at all where what the JDK has learned of it can't be used. */
    private static final String[] PROGRAM = {
        "-XX:AOTMode=on",
        "@" + APP.resolve("options"),
        "-XX:AOTCache=" + APP.resolve("both-yes.aot"),
        "org.bothyes.Application"
    };

    /** For servers of tests, which end before more would be of use to them. */
    static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    /** As many as the tests of one ring can ask for. */
    private static final int MOST_COUPLES = 20;

    /** As many as an address has where nobody says otherwise. */
    private static final String FEW_TRIES = "--both-yes.tries=200";

    private static @Nullable Running shared;

    private final int port = freePort();
    private final Path data;
    private final List<String> program;
    private final List<String> settings;
    private final Map<String, String> variables;
    private final Deque<Couples.Codes> couples = new ArrayDeque<>();
    private Process process;

    private Running(String sealCounts, List<String> flags) {
        this(newFolder(), with(flags, PROGRAM), List.of("--both-yes.seal-counts=" + sealCounts));
    }

    private Running(Path data, List<String> program, List<String> settings) {
        this(data, program, settings, Map.of());
    }

    private Running(Path data, List<String> program, List<String> settings, Map<String, String> variables) {
        this.data = data;
        this.program = program;
        this.settings = settings;
        this.variables = variables;
        this.process = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        awaitAnswer();
    }

    /** One server for every test that does not need its own; seals count at once. It ends with the ring. */
    public static synchronized Running shared() {
        var running = shared == null ? withCouples() : shared;
        shared = running;
        return running;
    }

    private static Running withCouples() {
        var data = newFolder();
        var ago = new ArrayList<>(Collections.nCopies(MOST_COUPLES, Duration.ofHours(1)));
        ago.add(Duration.ofDays(15));
        var couples = Couples.laidInto(data, ago);
        var running = new Running(data, with(QUICK_START, PROGRAM), List.of("--both-yes.seal-counts=0s"));
        running.couples.addAll(couples);
        return running;
    }

    /** Two who have opened their list before, and nobody else's: for what is about what comes then. */
    public Couples.Codes couple() {
        return couples.removeFirst();
    }

    /** The same, more than two weeks ago; there is one such couple. */
    public Couples.Codes coupleOfLongAgo() {
        return couples.removeLast();
    }

    /** As {@code bin/run} starts it, to measure it; seals count at once. */
    public static Running asItIsRun(String... flags) {
        return new Running("0s", List.of(flags));
    }

    /** The same, with these flags, and with a database that others may look into while it runs. */
    public static Running lookedInto(Path folder, String... flags) {
        return new Running(
                folder.resolve("data"),
                with(List.of(flags), PROGRAM),
                List.of(
                        "--both-yes.seal-counts=0s",
                        "--spring.datasource.url=" + database(folder) + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0"));
    }

    /** A jar as anybody starts it, ours or another's that listens where {@code SERVER_PORT} says. */
    public static Running jar(Path jar) {
        return new Running(newFolder(), List.of("-jar", jar.toString()), List.of());
    }

    /** Counts and times the calls of one method, which what the JDK has learned before would have to be left out for. */
    public static Running timing(String method) {
        return new Running(
                newFolder(),
                List.of(
                        "-XX:StartFlightRecording:method-timing=" + method,
                        "@" + APP.resolve("options"),
                        "org.bothyes.Application"),
                List.of("--both-yes.seal-counts=0s"));
    }

    /** A server of one's own. */
    public static Running withSealsCountingAfter(String time) {
        return new Running(time, QUICK_START);
    }

    /** A server that is told that a proxy speaks TLS for it. */
    public static Running behindTls() {
        return new Running(
                newFolder(), with(QUICK_START, PROGRAM), List.of("--server.forward-headers-strategy=native"));
    }

    /** One of several, set up by its variables as bin/run would be; seals count at once. */
    public static Running node(Path data, List<String> flags, Map<String, String> variables) {
        return new Running(data, with(flags, PROGRAM), List.of("--both-yes.seal-counts=0s"), variables);
    }

    /** The same, with as few tries for each address as it is run with. */
    public static Running guardedBehindTls() {
        return new Running(
                newFolder(), with(List.of(), PROGRAM), List.of("--server.forward-headers-strategy=native", FEW_TRIES));
    }

    /** The packaged application with every log at its most talkative; all that it writes is below the folder. */
    public static Running talkative(Path folder) {
        return new Running(folder.resolve("data"), with(flags(folder), PROGRAM), talk(folder));
    }

    /** The same, but started by a class of the tests, which may take something away from it. */
    public static Running talkative(Path folder, Class<?> main) {
        var program = with(flags(folder), "-cp", System.getProperty("java.class.path"), main.getName());
        return new Running(folder.resolve("data"), program, with(talk(folder), "--vaadin.productionMode=true"));
    }

    private static List<String> flags(Path folder) {
        var temp = folder.resolve("temp");
        temp.toFile().mkdirs();
        return with(QUICK_START, "-Djava.io.tmpdir=" + temp, "-Dspring.devtools.restart.enabled=false");
    }

    private static List<String> talk(Path folder) {
        return List.of(
                "--both-yes.seal-counts=0s",
                "--logging.level.root=TRACE",
                "--logging.file.name=" + folder.resolve("log").resolve("both-yes.log"),
                "--logging.logback.rollingpolicy.max-file-size=1GB", // packed, it would hide what is searched for
                "--logging.threshold.console=ERROR",
                "--spring.datasource.url=" + database(folder) + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0");
    }

    /** Where the database of a talkative one is; others may come in while it runs. */
    public static String database(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("data").resolve("both-yes") + ";AUTO_SERVER=TRUE";
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    @Override
    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    public int port() {
        return port;
    }

    /** Its host and port, as they stand in an address. */
    public String authority() {
        return "localhost:" + port;
    }

    /** As if the plug was pulled: nothing can be put in order before. */
    public void crashes() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Is told to stop, and has put everything in order when this returns. */
    public void stops() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many conversations it still keeps. Ends it. */
    public int conversationsAtItsEnd() {
        crashes();
        return Couples.keptIn(data);
    }

    /** Starts again with the same data at the same address, if it does not run. */
    public void comesBack() {
        if (!process.isAlive()) {
            process = start();
            awaitAnswer();
        }
    }

    private Process start() {
        if (!Files.exists(APP)) {
            throw new IllegalStateException("There is no " + APP + ": run bin/run --build first");
        }
        try {
            Files.createDirectories(LEFT_BEHIND);
            var words = Commands.onServersCore(List.of(tool("java")));
            words.addAll(program);
            words.addAll(settings);
            words.add("--both-yes.new-round-after=0s");
            if (!settings.contains(FEW_TRIES)) {
                words.add("--both-yes.tries=100000");
            }
            var command = new ProcessBuilder(words);
            command.environment()
                    .putAll(Map.of(
                            "PORT",
                            "" + port,
                            "SERVER_PORT",
                            "" + port,
                            "BOTH_YES_WATCH",
                            "0",
                            "BOTH_YES_DATA",
                            data.toString()));
            command.environment().putAll(variables);
            return command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program of the JDK that runs this. */
    public static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** What its log has of warnings and errors. */
    public List<String> complaints() throws IOException {
        try (var lines = Files.lines(log())) {
            return lines.filter(line -> line.matches(".* (WARN|ERROR) .*")).toList();
        }
    }

    private Path log() {
        return LEFT_BEHIND.resolve("server-" + port + ".log");
    }

    /** How long processors have worked for it. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Bytes of what is live on the heap, after a full collection; without what only fills the gaps between. */
    public long liveHeap() {
        return asks("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split(" +", 5))
                .filter(words ->
                        words[0].endsWith(":") && words.length > 3 && !words[3].contains("jdk.internal.vm.Filler"))
                .mapToLong(words -> Long.parseLong(words[2]))
                .sum();
    }

    /**
     * What {@link #timing} has found since the start.
     *
     * @param calls how many there were
     * @param average how long one took
     */
    public record Timed(long calls, Duration average) {}

    public Timed timed() {
        var file = data.resolve("timed.jfr");
        asks("JFR.dump", "filename=" + file);
        try {
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("jdk.MethodTiming"))
                    .map(event -> new Timed(event.getLong("invocations"), event.getDuration("average")))
                    .max(Comparator.comparingLong(Timed::calls))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the running machine says when it is asked. */
    private String asks(String... question) {
        var words = new ArrayList<>(List.of(tool("jcmd"), "" + process.pid()));
        words.addAll(List.of(question));
        try {
            return new String(new ProcessBuilder(words).start().getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        var latest = Instant.now().plus(LONGEST_START);
        while (!answers()) {
            if (endsWithinAMoment() || Instant.now().isAfter(latest)) {
                throw new IllegalStateException("The application did not start; see " + LEFT_BEHIND);
            }
        }
    }

    private boolean endsWithinAMoment() {
        try {
            return process.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url("/")))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        crashes();
        try (var files = Files.exists(data) ? Files.walk(data) : List.<Path>of().stream()) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("both-yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
