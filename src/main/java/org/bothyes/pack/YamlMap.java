// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A map in a YAML file, with no key twice. */
public final class YamlMap {

    private final YamlValue owner;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    /** @throws PackFault if two of the pairs have the same key */
    YamlMap(YamlValue owner, List<Pair> pairs) {
        this.owner = owner;
        for (var pair : pairs) {
            if (this.pairs.putIfAbsent(pair.key().text(), pair) != null) {
                throw pair.key().twice();
            }
        }
    }

    /** One line of a map. Its key is a text. */
    public record Pair(YamlValue key, YamlValue value) {}

    /**
     * Checks that every required key is there, and no key but the required and the optional ones.
     *
     * @return this
     */
    public YamlMap keys(List<String> required, List<String> optional) {
        var known = Stream.concat(required.stream(), optional.stream()).toList();
        for (var pair : pairs.values()) {
            var key = pair.key().text();
            if (!known.contains(key)) {
                throw pair.key().fault(YamlValue.quoted(key) + " does not belong here.", remedy(key, known));
            }
        }
        required.forEach(this::get);
        return this;
    }

    /** @throws PackFault if the key is not there */
    public YamlValue get(String key) {
        return find(key).orElseThrow(() -> fault(YamlValue.quoted(key) + " is missing here.", "Add “" + key + ": …”."));
    }

    public Optional<YamlValue> find(String key) {
        return Optional.ofNullable(pairs.get(key)).map(Pair::value);
    }

    /** Every line, in its order. */
    public Collection<Pair> pairs() {
        return pairs.values();
    }

    /** The value of a key that is true or false; false where it is left out. */
    boolean flag(String key) {
        return find(key).map(YamlValue::flag).orElse(false);
    }

    /** The one pair of a map that must not have more. */
    Pair only() {
        if (pairs.size() != 1) {
            throw fault(owner.name() + " has to hold exactly one “key: value”.", "Keep one.");
        }
        return pairs.values().iterator().next();
    }

    PackFault fault(String what, String remedy) {
        return owner.fault(what, remedy);
    }

    private static String remedy(String key, List<String> known) {
        return Nearest.hint(key, known) + "Take it away, or check its spelling and indentation.";
    }
}
