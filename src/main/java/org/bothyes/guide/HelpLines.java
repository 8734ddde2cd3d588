// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the help lines from the file that whoever runs this server names: a list, each entry with {@code name},
 * {@code what}, at least one of {@code phone} and {@code url}, and {@code hours} if they are not always there.
 */
final class HelpLines {

    private static final Set<String> KEYS = Set.of("name", "what", "phone", "url", "hours");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{1,30}");
    private static final int LONGEST = 200;
    private static final int MOST = 20;

    private final String file;
    private int entry;

    private HelpLines(String file) {
        this.file = file;
    }

    /**
     * @param file empty for none
     * @throws GuideFault if the file cannot be read, or anything in it is not as it should be
     */
    static List<HelpLine> read(String file) {
        return file.isBlank() ? List.of() : new HelpLines(file).lines();
    }

    private List<HelpLine> lines() {
        if (!(parsed() instanceof List<?> entries) || entries.isEmpty() || entries.size() > MOST) {
            throw fault("It has to be a list of 1 to " + MOST + " help lines.", "Begin each with “- name: …”.");
        }
        return entries.stream().map(this::line).toList();
    }

    private @Nullable Object parsed() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try (var in = Files.newBufferedReader(Path.of(file))) {
            return new Yaml(new SafeConstructor(options)).load(in);
        } catch (IOException e) {
            throw fault("It cannot be read.", "Check the path in BOTH_YES_HELP and who may read the file.");
        } catch (YAMLException e) {
            throw fault("This is not well-formed YAML.", "Look for a missing quote or colon, and for indentation.");
        }
    }

    private HelpLine line(@Nullable Object value) {
        entry++;
        if (!(value instanceof Map<?, ?> map)) {
            throw fault("Entry " + entry + " is not a help line.", "Give it a name, what it helps with, and a phone.");
        }
        for (var key : map.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw fault(
                        "“" + key + "” does not belong in entry " + entry + ".",
                        "Known: name, what, phone, url, hours.");
            }
        }
        var line = new HelpLine(
                needed(map, "name"),
                needed(map, "what"),
                fitting(map, "phone", PHONE, "Write it in quotes, with digits, spaces and an optional +."),
                fitting(map, "url", Operator.WEB, "Write it whole, beginning with https://."),
                text(map, "hours"));
        if (line.phone().isEmpty() && line.url().isEmpty()) {
            throw fault("Entry " + entry + " has neither phone nor url.", "Add one, so that people can reach it.");
        }
        return line;
    }

    private String needed(Map<?, ?> map, String key) {
        return text(map, key).orElseThrow(() -> fault("Entry " + entry + " has no " + key + ".", "Add it."));
    }

    private Optional<String> fitting(Map<?, ?> map, String key, Pattern pattern, String remedy) {
        var text = text(map, key);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            throw fault("The " + key + " of entry " + entry + " is not one.", remedy);
        }
        return text;
    }

    private Optional<String> text(Map<?, ?> map, String key) {
        var value = map.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > LONGEST) {
            throw fault(
                    "The " + key + " of entry " + entry + " is not a short text.",
                    "Put it in double quotes, up to " + LONGEST + " characters.");
        }
        return Optional.of(text.strip());
    }

    private GuideFault fault(String what, String remedy) {
        return new GuideFault(file, 0, what, remedy);
    }
}
