// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.util.NetMaskSet;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.support.CronExpression;

/**
 * Every setting that there is, by the name of its variable in the environment, and what it has to be. An empty one is as
 * one that was never set.
 */
enum Setting {
    PORT(Kind.PORT),
    BOTH_YES_DATA(Kind.ANYTHING),
    BOTH_YES_KEY(Kind.ANYTHING),
    BOTH_YES_PACKS(Kind.FOLDER),
    BOTH_YES_LESSONS(Kind.FOLDER),
    BOTH_YES_OPERATOR(Kind.ANYTHING),
    BOTH_YES_CONTACT(Kind.ANYTHING),
    BOTH_YES_HELP(Kind.FILE),
    BOTH_YES_SEAL_COUNTS(Kind.TIME),
    BOTH_YES_NEW_ROUND_AFTER(Kind.TIME),
    BOTH_YES_ASK_AGAIN_AFTER(Kind.TIME),
    BOTH_YES_LOCK_AFTER(Kind.TIME),
    BOTH_YES_FORWARDED(Kind.FORWARDED),
    BOTH_YES_PROXIES(Kind.PROXIES),
    BOTH_YES_TRIES(Kind.COUNT),
    BOTH_YES_TODAY(Kind.DAY),
    BOTH_YES_COMPACTS(Kind.CRON),
    BOTH_YES_BACKUPS(Kind.FOLDER),
    BOTH_YES_BACKS_UP(Kind.CRON),
    BOTH_YES_ADDRESS(Kind.ADDRESS),
    BOTH_YES_DB_URL(Kind.DATABASE),
    BOTH_YES_DB_USER(Kind.ANYTHING),
    BOTH_YES_DB_PASSWORD(Kind.ANYTHING),
    BOTH_YES_DB_PASSWORD_FILE(Kind.FILE),
    BOTH_YES_WATCH(Kind.PORT),
    BOTH_YES_WATCH_HOST(Kind.HERE),
    BOTH_YES_LOGS(Kind.LOGS);

    /** What the scripts in bin/ are told in this way, and the application is not. */
    private static final List<String> OF_SCRIPTS = List.of("BOTH_YES_JDKS", "BOTH_YES_BROWSER");

    private static final int MOST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Kind kind;

    Setting(Kind kind) {
        this.kind = kind;
    }

    /** Whether it can be this; nothing of a value is ever said. */
    boolean mayBe(String value) {
        try {
            return value.isEmpty() || kind.takes(value);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** What it has to be, as the end of a sentence. */
    String wants() {
        return kind.wants;
    }

    /** Every name that may begin with {@code BOTH_YES_}. */
    static List<String> names() {
        return Stream.concat(Stream.of(values()).map(Enum::name), OF_SCRIPTS.stream())
                .toList();
    }

    private enum Kind {
        ANYTHING(""),
        PORT("a number from 0 to 65535"),
        COUNT("a number from 1 on"),
        TIME("a time like 90s, 2m, 12h or 7d, and a year at the most"),
        DAY("a day like 2026-11-25"),
        CRON("a cron of six fields, like “0 30 4 * * *”, or “-” for never"),
        FOLDER("a folder that is there"),
        FILE("a file that can be read"),
        FORWARDED("“native” behind a proxy, or “none”"),
        PROXIES("addresses of proxies, like 10.0.0.7/32, with commas between"),
        HERE("an address of this machine, like 127.0.0.1, or 0.0.0.0 for all"),
        ADDRESS("the address that partners type, like https://yes.example.org"),
        DATABASE("the address of a database, like jdbc:postgresql://db.example.org/bothyes"),
        LOGS("one of ecs, gelf and logstash");

        private final String wants;

        Kind(String wants) {
            this.wants = wants;
        }

        /** @throws IOException if it is so far off that it can't even be read, or something unchecked */
        boolean takes(String value) throws IOException {
            return switch (this) {
                case ANYTHING -> true;
                case PORT -> Integer.parseInt(value) >= 0 && Integer.parseInt(value) <= MOST_PORT;
                case COUNT -> Long.parseLong(value) > 0;
                case TIME -> isTime(value);
                case DAY -> LocalDate.parse(value).isAfter(LocalDate.EPOCH);
                case CRON -> value.equals("-") || CronExpression.isValidExpression(value);
                case FOLDER -> Files.isDirectory(Path.of(value));
                case FILE -> Files.isReadable(Path.of(value)) && !Files.isDirectory(Path.of(value));
                case FORWARDED -> List.of("native", "none").contains(value);
                // Without a slash Tomcat would take it for a regular expression, of which it finds nothing wrong.
                case PROXIES -> value.indexOf('/') > 0 && NetMaskSet.parse(value) != null;
                case HERE -> isHere(InetAddress.getByName(value));
                case ADDRESS -> isAddress(URI.create(value));
                case DATABASE -> value.startsWith("jdbc:postgresql://") || value.startsWith("jdbc:h2:");
                case LOGS -> List.of("ecs", "gelf", "logstash").contains(value);
            };
        }

        /** A number alone would be milliseconds, which nobody means. */
        private static boolean isTime(String value) {
            var time = DurationStyle.detectAndParse(value);
            return !time.isNegative()
                    && time.compareTo(LONGEST) <= 0
                    && !Character.isDigit(value.charAt(value.length() - 1));
        }

        private static boolean isHere(InetAddress address) throws IOException {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        }

        private static boolean isAddress(URI address) {
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && List.of("", "/").contains(address.getPath());
        }
    }
}
