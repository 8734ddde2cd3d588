// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One backup: a zip with {@code about} and a file per table, one row per line, as JSON. The same for every
 * database, so that what was kept in one can go on in another. It holds rows and no pages of a database's file, and so
 * nothing that was deleted before. What partners said is in boxes that need the instance key and a PIN.
 *
 * @param made when
 * @param schema the version of the schema that its rows fit
 * @param key what the instance key is known by, in hex; never the key
 */
record Backup(Instant made, String schema, String key) {

    /** Parents before children. The row of the installation itself stays where it is. */
    static final List<String> TABLES = List.of("conversation", "partner", "round");

    private static final String ABOUT = "about";
    private static final String FORMAT = "1";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {};

    static Backup now(Instant made, String schema, byte[] key) {
        return new Backup(made, schema, HexFormat.of().formatHex(key));
    }

    /** Whether it was made where this key is. */
    boolean isOf(byte[] otherKey) {
        return key.equals(HexFormat.of().formatHex(otherKey));
    }

    /**
     * Writes all rows as they are at one moment.
     *
     * @param from a connection in a transaction that sees one moment
     * @return how many conversations there are
     */
    long write(OutputStream out, Connection from) throws IOException, SQLException {
        var conversations = 0L;
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(ABOUT));
            var about = new Properties();
            about.putAll(Map.of("format", FORMAT, "made", made.toString(), "schema", schema, "key", key));
            about.store(zip, null);
            for (var table : TABLES) {
                zip.putNextEntry(new ZipEntry(table));
                var rows = write(table, zip, from);
                conversations = table.equals(TABLES.getFirst()) ? rows : conversations;
            }
        }
        return conversations;
    }

    private static long write(String table, ZipOutputStream zip, Connection from) throws IOException, SQLException {
        var lines = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
        var count = 0L;
        try (var statement = from.createStatement()) {
            statement.setFetchSize(200);
            try (var rows = statement.executeQuery("select * from " + table + " order by id")) {
                for (; rows.next(); count++) {
                    var row = row(rows);
                    // They count changes: night after night they would tell how much somebody did.
                    row.replace("version", 0);
                    row.replace("rung", 0);
                    lines.write(JSON.writeValueAsString(row));
                    lines.write('\n');
                }
            }
        }
        lines.flush();
        return count;
    }

    /** The row that the result stands at, in words that are the same whatever database it is in. */
    static String line(ResultSet rows) throws SQLException {
        return JSON.writeValueAsString(row(rows));
    }

    private static Map<String, @Nullable Object> row(ResultSet rows) throws SQLException {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var column : columns(rows.getMetaData())) {
            row.put(column, written(rows.getObject(column)));
        }
        return row;
    }

    private static @Nullable Object written(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case Timestamp time -> time.toInstant().toString();
            case OffsetDateTime time -> time.toInstant().toString();
            case UUID id -> id.toString();
            case null, default -> value;
        };
    }

    static List<String> columns(ResultSetMetaData about) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(about.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    /** @throws IOException if it is no backup, is damaged, or is of a later kind */
    static Backup read(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var about = new Properties();
            try (var in = zip.getInputStream(entry(zip, ABOUT))) {
                about.load(in);
            }
            if (!FORMAT.equals(about.getProperty("format"))) {
                throw new IOException("a backup of another kind");
            }
            for (var table : TABLES) {
                check(zip, entry(zip, table));
            }
            return new Backup(
                    Instant.parse(about.getProperty("made", "")),
                    about.getProperty("schema", ""),
                    about.getProperty("key", ""));
        } catch (RuntimeException e) {
            throw new IOException("no backup", e);
        }
    }

    /** Java does not compare the checksums of a zip by itself. */
    private static void check(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new IOException("damaged");
            }
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("a part is missing");
        }
        return entry;
    }

    /** Puts all rows into an empty H2 database that has this backup's schema. */
    static void load(Path file, Connection to) throws IOException, SQLException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var table : TABLES) {
                try (var lines =
                        new BufferedReader(new InputStreamReader(zip.getInputStream(entry(zip, table)), UTF_8))) {
                    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                        insert(table, JSON.readValue(line, ROW), to);
                    }
                }
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("a row can't be read", e);
        }
    }

    private static void insert(String table, Map<String, @Nullable Object> row, Connection to)
            throws IOException, SQLException {
        var columns = List.copyOf(row.keySet());
        if (!columns.stream().allMatch(column -> column.matches("[a-z_]+"))) {
            throw new IOException("a name that no column has");
        }
        try (var types = to.prepareStatement(
                        "select " + String.join(", ", columns) + " from " + table + " where false");
                var insert = to.prepareStatement(insert(table, columns))) {
            var about = types.executeQuery().getMetaData();
            for (int i = 1; i <= columns.size(); i++) {
                insert.setObject(i, read(row.get(columns.get(i - 1)), about.getColumnClassName(i)));
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable Object read(@Nullable Object value, String type) {
        return value == null
                ? null
                : switch (type) {
                    case "[B" -> Base64.getDecoder().decode((String) value);
                    case "java.util.UUID" -> UUID.fromString((String) value);
                    case "java.time.OffsetDateTime" ->
                        Instant.parse((String) value).atOffset(ZoneOffset.UTC);
                    default -> value;
                };
    }

    static String insert(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }
}
