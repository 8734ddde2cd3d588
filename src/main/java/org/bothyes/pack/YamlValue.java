// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file that knows where it stands. Each way of reading it throws a {@link PackFault} if it is
 * of another kind.
 */
public final class YamlValue {

    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final String name;
    private final Node node;

    /** @param name what faults call it, fit to begin a sentence */
    YamlValue(String file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    public PackFault fault(String what, String remedy) {
        return new PackFault(file, node.getStartMark().getLine() + 1, what, remedy);
    }

    public YamlMap map() {
        if (node instanceof MappingNode mapping) {
            var pairs = mapping.getValue().stream()
                    .map(tuple -> {
                        var key = new YamlValue(file, "A key", tuple.getKeyNode());
                        return new YamlMap.Pair(key, new YamlValue(file, quoted(key.text()), tuple.getValueNode()));
                    })
                    .toList();
            return new YamlMap(this, pairs);
        }
        throw fault(
                name + " has to be a map.", "Write it as “key: value”, one to a line, or as {key: value, key: value}.");
    }

    public List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(entry -> new YamlValue(file, "An entry of " + name, entry))
                    .toList();
        }
        throw fault(name + " has to be a list.", "Write it as [one, two], or one to a line after a hyphen.");
    }

    /** A list of at least one entry and at most so many. */
    public List<YamlValue> list(int most) {
        var entries = list();
        if (entries.isEmpty()) {
            throw fault(name + " is an empty list.", "Put at least one entry in it.");
        }
        return atMost(most, entries);
    }

    /** A list of at most so many entries, or of none. */
    public List<YamlValue> listOrNone(int most) {
        return atMost(most, list());
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault(
                    name + " has to be a single text.",
                    "If the text holds a colon, brackets or braces, put it in double quotes.");
        }
        if (Tag.NULL.equals(scalar.getTag())) {
            throw fault(name + " is empty.", "Write something there, or take the line away.");
        }
        if (!Tag.STR.equals(scalar.getTag())) {
            throw fault(
                    "YAML does not read " + quoted(scalar.getValue())
                            + " as text, but as a number, a date or a yes or no.",
                    "Put it in double quotes.");
        }
        return scalar.getValue();
    }

    /**
     * A text for somebody to read: one line, with something on it, and calm.
     *
     * @param longest the most characters it may have
     */
    public String line(int longest) {
        var text = text();
        if (text.isBlank()) {
            throw fault(name + " is empty.", "Write a text.");
        }
        if (text.codePoints().anyMatch(YamlValue::isControl)) {
            throw fault(
                    name + " holds a line break or another control character.",
                    "Write it on one line. If it begins with | or >, begin it with >- instead.");
        }
        if (!text.equals(text.strip())) {
            throw fault(name + " begins or ends with a space.", "Take the space away.");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw fault(name + " is longer than " + longest + " characters.", "Shorten it.");
        }
        if (text.contains("!")) {
            throw fault(name + " holds an exclamation mark.", "End the sentence calmly, with a full stop.");
        }
        return text;
    }

    /** A text that may be a word YAML takes for a yes or no. */
    public String word() {
        return node instanceof ScalarNode scalar && Tag.BOOL.equals(scalar.getTag()) ? scalar.getValue() : text();
    }

    /**
     * One of the known words.
     *
     * @param kind what a fault calls one of them
     */
    public String among(String kind, Collection<String> known) {
        var word = word();
        if (!known.contains(word)) {
            throw fault(
                    "There is no " + kind + " " + quoted(word) + " here.",
                    Nearest.hint(word, known) + "Check the spelling, or take it away.");
        }
        return word;
    }

    public <T> Id<T> id() {
        var text = text();
        try {
            return new Id<>(text);
        } catch (IllegalArgumentException e) {
            throw fault(quoted(text) + " is not an id: " + e.getMessage() + ".", "Write it like “soft-light”.");
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(int least, int most) {
        if (node instanceof ScalarNode scalar && Tag.INT.equals(scalar.getTag())) {
            var digits = scalar.getValue();
            if (digits.matches("0|[1-9][0-9]{0,3}")
                    && Integer.parseInt(digits) >= least
                    && Integer.parseInt(digits) <= most) {
                return Integer.parseInt(digits);
            }
        }
        var range = least == most ? least + "." : "a whole number from " + least + " to " + most + ".";
        throw fault(name + " has to be " + range, "Write the number alone, without quotes.");
    }

    boolean flag() {
        // YAML takes yes, on and True for a flag too; packs have one way to write it.
        if (node instanceof ScalarNode scalar
                && Tag.BOOL.equals(scalar.getTag())
                && scalar.getValue().matches("true|false")) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        throw fault(name + " has to be true or false.", "Write true or false, without quotes.");
    }

    /** The constant of this name, which a file writes in lower case and with hyphens. */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        var text = text();
        var constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    var words = constants.stream().map(YamlValue::written).toList();
                    return fault(
                            quoted(text) + " is not known here.",
                            Nearest.hint(text, words) + "It is one of: " + String.join(", ", words) + ".");
                });
    }

    /** A list of at least one such constant, none of them twice. */
    <E extends Enum<E>> Set<E> someOf(Class<E> type) {
        var found = EnumSet.noneOf(type);
        for (var entry : list(type.getEnumConstants().length)) {
            if (!found.add(entry.oneOf(type))) {
                throw entry.twice();
            }
        }
        return Collections.unmodifiableSet(found);
    }

    /** The fault of standing in one list for a second time. */
    PackFault twice() {
        return fault(quoted(text()) + " stands here twice.", "Take one of the two away.");
    }

    /** What this is called in a fault, fit to begin a sentence. */
    String name() {
        return name;
    }

    /** In quotes, and cut short, since a slip can turn half a file into one text. */
    static String quoted(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return "“" + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line) + "”";
    }

    private List<YamlValue> atMost(int most, List<YamlValue> entries) {
        if (entries.size() > most) {
            throw entries.get(most).fault(name + " has more than " + most + " entries.", "Take some away.");
        }
        return entries;
    }

    /** How a file writes this constant. */
    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
