// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a folder from the packaged application that starts fast: the jar taken apart, and beside it what the JDK
 * learned of its classes while real pages were visited (JEP 483, 514, 515).
 *
 * <p>{@code java bin/Prepare.java JAR FOLDER}. Then {@code java @FOLDER/options -XX:AOTCache=FOLDER/both-yes.aot
 * org.bothyes.Application} runs it, with this very JDK; another one ignores what this one learned, and starts slower.
 * FOLDER is a link, which leads to the new one only once that is whole: a server that runs keeps what it was started
 * from, and where anything fails there is still what was there before.
 *
 * <p>{@code java bin/Prepare.java JAR FOLDER RUNTIME PLACE} is for an image: the runtime in the folder RUNTIME learns,
 * and in the image the folder is called PLACE.
 */
final class Prepare {

    /** The same for learning and running, or the JDK ignores what was learned. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-Dspring.aot.enabled=true",
            // At a start most code runs a few times: looking closely at it and compiling it well can wait.
            "-XX:Tier0ProfilingStartPercentage=1000",
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=4000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000",
            // It warns at every start that it can't keep these where the machine's processor may be another one.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTAdapterCaching");

    private static final Path OWN = Path.of(System.getProperty("java.home"));
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#?]*)");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Path app;
    private final Path runtime;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String site;
    private final int port;

    private Prepare(Path app, Path runtime) throws IOException {
        this.app = app;
        this.runtime = runtime;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        site = "http://localhost:" + port;
    }

    static void main(String[] args) throws Exception {
        var jar = Path.of(args[0]);
        var app = Path.of(args[1]).toAbsolutePath();
        if (args.length > 2) {
            delete(app);
            prepare(jar, app, Path.of(args[2]).toAbsolutePath(), Path.of(args[3]));
            return;
        }
        var builds = app.getParent().toRealPath();
        var next = builds.resolve(app.getFileName() + "-" + Instant.now().toEpochMilli());
        try {
            prepare(jar, next, OWN, next);
            lead(builds.resolve(app.getFileName()), next);
        } finally {
            letGo(builds.resolve(app.getFileName()));
        }
    }

    private static void lead(Path link, Path build) throws IOException {
        var other = link.resolveSibling(link.getFileName() + ".next");
        Files.deleteIfExists(other);
        Files.createSymbolicLink(other, build.getFileName());
        if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) { // as builds before these were
            delete(link);
        }
        Files.move(other, link, StandardCopyOption.ATOMIC_MOVE);
    }

    /** All builds but the one that the link leads to, and those that a process was started from. */
    private static void letGo(Path link) throws IOException {
        try (var builds = Files.newDirectoryStream(link.getParent(), link.getFileName() + "-*")) {
            for (var build : builds) {
                if (!(Files.exists(link) && Files.isSameFile(link, build)) && !isUsed(build)) {
                    delete(build);
                }
            }
        }
    }

    private static boolean isUsed(Path build) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().arguments().stream().flatMap(Stream::of))
                .anyMatch(argument -> argument.equals(build.toString()) || argument.contains(build + File.separator));
    }

    /** @param place what the folder is called where it is run from */
    private static void prepare(Path jar, Path app, Path runtime, Path place) throws Exception {
        run(List.of(java(OWN), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", app.toString()));
        var options = new ArrayList<>(OPTIONS);
        options.add("-cp \"" + classPath(app, place) + "\"");
        Files.write(app.resolve("options"), options);
        giveAllOneTime(app);
        if (!runtime.equals(OWN)) {
            giveAllOneTime(runtime);
        }
        new Prepare(app, runtime).learn();
    }

    /** Named one by one: Tomcat finds no files in jars that only the manifest names, and a wildcard has no order. */
    private static String classPath(Path app, Path place) throws IOException {
        try (var jar = new JarFile(app.resolve("both-yes.jar").toFile())) {
            var libraries = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Stream.concat(Stream.of("both-yes.jar"), Stream.of(libraries.split(" ")))
                    .map(name -> place.resolve(name).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /**
     * The JDK knows a jar, and its own modules, again by their time; so that a copy in an image is known too, all have a
     * time that can be set.
     */
    private static void giveAllOneTime(Path app) throws IOException {
        try (var files = Files.walk(app)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(1)));
            }
        }
    }

    private void learn() throws Exception {
        var temp = Files.createTempDirectory("both-yes");
        var words = List.of(
                java(runtime),
                "@" + app.resolve("options"),
                // The last one counts. What is learned holds wherever the folder is, if all in it have the same names.
                "-cp",
                classPath(app, app),
                "-XX:AOTCacheOutput=" + app.resolve("both-yes.aot"),
                "org.bothyes.Application");
        var start = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(temp.resolve("log").toFile());
        start.environment().keySet().removeIf(name -> name.startsWith("BOTH_YES_"));
        start.environment().putAll(Map.of(
                "PORT", "" + port, "BOTH_YES_WATCH", "0", "BOTH_YES_DATA", temp.resolve("data").toString()));
        var server = start.start();
        try {
            awaitAnswer(server);
            visitOpenPages();
            visitRoom();
            server.destroy();
            if (!server.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || !Files.exists(app.resolve("both-yes.aot"))) {
                throw new IllegalStateException("nothing was learned");
            }
        } catch (Exception e) {
            System.err.println(Files.readString(temp.resolve("log")));
            throw e;
        } finally {
            server.destroyForcibly().waitFor();
            delete(temp);
        }
    }

    private void awaitAnswer(Process server) throws Exception {
        var latest = Instant.now().plus(LONGEST);
        while (!answers()) {
            if (server.waitFor(200, TimeUnit.MILLISECONDS) || Instant.now().isAfter(latest)) {
                throw new IllegalStateException("the application did not start");
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Every page and file that a link leads to, from the front door on. */
    private void visitOpenPages() throws Exception {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of("/", "/classroom"));
        while (!next.isEmpty()) {
            var address = next.poll();
            if (seen.add(address)) {
                LINK.matcher(get(address).body()).results().forEach(link -> next.add(link.group(1)));
            }
        }
    }

    /** Starts a conversation, as somebody would, and has its first room built. */
    private void visitRoom() throws Exception {
        var form = "together=true&adult=true&consent=true&pin=training+run&again=training+run&pack="
                + first("name=\"pack\" value=\"([^\"]*)", get("/start").body());
        var post = to("/start")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        check(send(post));
        check(get("/c/"));
        check(get("/c/?v-r=init&location=&query="));
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static void check(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException("a page answered " + answer.statusCode());
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(to(address));
    }

    private HttpRequest.Builder to(String address) {
        var request = HttpRequest.newBuilder(URI.create(site + address)).header("Origin", site);
        return cookies.isEmpty() ? request : request.header("Cookie", String.join("; ", cookies.values()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString(UTF_8));
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0];
            cookies.put(pair.split("=", 2)[0], pair);
        }
        return answer;
    }

    private static void run(List<String> words) throws Exception {
        if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("the jar could not be taken apart");
        }
    }

    private static String java(Path runtime) {
        return runtime.resolve("bin/java").toString();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
