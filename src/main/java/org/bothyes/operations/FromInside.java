// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static org.bothyes.operations.Finding.Check.BACKUPS;
import static org.bothyes.operations.Finding.Check.CLOCK;
import static org.bothyes.operations.Finding.Check.DATABASE;
import static org.bothyes.operations.Finding.Check.DISK;
import static org.bothyes.operations.Finding.Check.ERASURES;
import static org.bothyes.operations.Finding.Check.FILES;
import static org.bothyes.operations.Finding.Check.VERSION;
import static org.bothyes.operations.Finding.good;
import static org.bothyes.operations.Finding.mend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bothyes.storage.Erasures;
import org.bothyes.vault.OwnerOnly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at what lies below this server: its files, its database, its disk, its backups. */
@Component
class FromInside {

    /** A clean-up comes every five minutes, unless the clock has moved or the database does not answer. */
    private static final Duration LONGEST_WITHOUT_CLEAN_UP = Duration.ofMinutes(20);

    private static final Duration OLDEST_BACKUP = Duration.ofHours(26);
    private static final Duration OTHER_CLOCK = Duration.ofMinutes(1);
    private static final long LEAST_FREE = 500L << 20;

    /** What H2 has to be run with; the tests of a pulled plug and of what lies on the disk stand on it. */
    private static final List<String> H2 = List.of("WRITE_DELAY=0", "TRACE_LEVEL_FILE=0");

    /** And PostgreSQL: what is committed is on the disk, and no statement and no value gets into its log. */
    private static final List<String> POSTGRESQL = List.of(
            "fsync=on",
            "full_page_writes=on",
            "log_min_duration_statement=-1",
            "log_parameter_max_length_on_error=0",
            "log_statement=none",
            "synchronous_commit=on");

    private final JdbcClient jdbc;
    private final Backups backups;
    private final Erasures erasures;
    private final Clock clock;
    private final Places places;
    private final String url;

    FromInside(
            JdbcClient jdbc,
            Backups backups,
            Erasures erasures,
            Clock clock,
            Places places,
            @Value("${spring.datasource.url}") String url) {
        this.url = url;
        this.jdbc = jdbc;
        this.backups = backups;
        this.erasures = erasures;
        this.clock = clock;
        this.places = places;
    }

    List<Finding> look() {
        var findings = new ArrayList<Finding>();
        try {
            findings.add(clock());
            findings.add(database(url));
        } catch (DataAccessException e) {
            findings.add(mend(DATABASE, "silent"));
        }
        findings.add(files());
        findings.add(disk());
        findings.add(backups());
        if (backups.areMade()) { // and so something is noted at all
            findings.add(erasures());
        }
        findings.add(good(VERSION, places.version(), schema(), Runtime.version().toString()));
        return findings;
    }

    private Finding erasures() {
        try {
            if (erasures.isMissing()) {
                return mend(ERASURES, "missing");
            }
        } catch (IOException e) {
            // said of the backups already
        }
        return erasures.areWritten() ? good(ERASURES) : mend(ERASURES, "waiting");
    }

    private Finding clock() {
        var now = clock.instant();
        var theirs =
                jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
        if (Duration.between(theirs.toInstant(), now).abs().compareTo(OTHER_CLOCK) > 0) {
            return mend(CLOCK, "other");
        }
        var cleaned = jdbc.sql("select cleaned_at from instance where id = 1")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single();
        var late = cleaned.filter(
                then -> Duration.between(then.toInstant(), now).abs().compareTo(LONGEST_WITHOUT_CLEAN_UP) > 0);
        return late.isPresent() ? mend(CLOCK, "moved") : good(CLOCK);
    }

    /** What has to be so and is not said to be counts as wrong, too. */
    Finding database(String url) {
        var isH2 = url.startsWith("jdbc:h2:");
        // H2 says of itself only some of what it was told in its address.
        var is = isH2
                ? List.of(url.split(";", -1))
                : jdbc.sql("select name || '=' || setting from pg_settings")
                        .query(String.class)
                        .list();
        var wrong = (isH2 ? H2 : POSTGRESQL)
                .stream().filter(flag -> !is.contains(flag)).collect(Collectors.joining(", "));
        return wrong.isEmpty() ? good(DATABASE) : mend(DATABASE, "flags", wrong);
    }

    private String schema() {
        try {
            return jdbc.sql("select max(\"version\") from \"flyway_schema_history\"")
                    .query(String.class)
                    .single();
        } catch (DataAccessException e) {
            return "-";
        }
    }

    private Finding files() {
        try {
            var open = new ArrayList<String>();
            for (var place : places.all()) {
                if (!OwnerOnly.is(place.path())) {
                    open.add(place.setting());
                }
            }
            return open.isEmpty() ? good(FILES) : mend(FILES, "open", String.join(", ", open));
        } catch (IOException e) {
            return mend(FILES, "unknown");
        }
    }

    private Finding disk() {
        var least = free();
        return least < LEAST_FREE ? mend(DISK, "full", least >> 20) : good(DISK, least >> 20);
    }

    /** Bytes that are free where there are fewest. */
    long free() {
        return places.all().stream()
                .map(Places.Place::path)
                .filter(Files::exists)
                .mapToLong(FromInside::free)
                .min()
                .orElse(0);
    }

    private static long free(Path path) {
        return path.toFile().getUsableSpace();
    }

    private Finding backups() {
        if (!backups.areMade()) {
            return mend(BACKUPS, "none");
        }
        if (!backups.canBeMade()) {
            return mend(BACKUPS, "unreachable");
        }
        try {
            var age = age();
            if (age.isEmpty()) {
                return mend(BACKUPS, "missing");
            }
            return age.get().compareTo(OLDEST_BACKUP) > 0
                    ? mend(BACKUPS, "old", age.get().toHours())
                    : good(BACKUPS, age.get().toHours());
        } catch (IOException e) {
            return mend(BACKUPS, "unreachable");
        }
    }

    /** How old the newest backup is. */
    Optional<Duration> age() throws IOException {
        return backups.newest().map(made -> Duration.between(made, clock.instant()));
    }
}
