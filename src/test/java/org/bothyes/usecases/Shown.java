// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a page shows, as far as it takes to use it: of the tree of numbered nodes that Vaadin's server tells the changes
 * of, whose child each is, its tag, its texts and its properties.
 */
final class Shown {

    /** What a change is about, by Vaadin's numbers. */
    private static final int DATA = 0;

    private static final int PROPERTIES = 1;
    private static final int ATTRIBUTES = 3;
    private static final int TEXT = 7;

    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, String> tags = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, String> values = new HashMap<>();

    /** Takes in the changes that a message tells. */
    synchronized void read(JsonObject message) {
        if (message.get("changes") instanceof JsonArray changes) {
            for (var change : changes) {
                read(
                        change.getAsJsonObject(),
                        change.getAsJsonObject().get("node").getAsInt());
            }
        }
    }

    private void read(JsonObject change, int node) {
        if ("detach".equals(change.get("type").getAsString())) {
            List.of(parents, tags, texts, names, values).forEach(map -> map.remove(node));
        } else if (change.get("addNodes") instanceof JsonArray added) {
            added.forEach(child -> parents.put(child.getAsInt(), node));
        } else if (change.has("feat") && change.has("key")) {
            put(node, change.get("feat").getAsInt(), change.get("key").getAsString(), change.get("value"));
        }
    }

    private void put(int node, int feature, String key, JsonElement value) {
        var said = value != null && value.isJsonPrimitive() ? value.getAsString() : "";
        if (feature == DATA && key.equals("tag")) {
            tags.put(node, said);
        } else if (feature == TEXT) {
            texts.put(node, said);
        } else if (feature == ATTRIBUTES && key.equals("id")) {
            names.put(node, said);
        } else if (feature == PROPERTIES && key.equals("value")) {
            values.put(node, said);
        }
    }

    synchronized boolean says(String written) {
        return texts.containsValue(written);
    }

    /** The newest text that reads so. */
    synchronized int text(String written) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(written))
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElseThrow(() -> new AssertionError("nothing says: " + written + " in " + texts.values()));
    }

    /** What a text stands in. */
    synchronized int around(int text) {
        return Objects.requireNonNull(parents.get(text));
    }

    /** The element of this kind in which a text stands. */
    synchronized int within(String tag, String written) {
        var node = text(written);
        while (!tag.equals(tags.get(node))) {
            node = around(node);
        }
        return node;
    }

    /** All of this kind, as they came. */
    synchronized List<Integer> tagged(String tag) {
        return tags.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tag))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The value of a control; 0 for none. */
    synchronized int value(int node) {
        var value = values.getOrDefault(node, "");
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    /** The text in the element of this name. */
    synchronized String named(String id) {
        return in(id, names);
    }

    /** The text in the element of this kind. */
    synchronized String in(String tag) {
        return in(tag, tags);
    }

    private String in(String wanted, Map<Integer, String> by) {
        return texts.entrySet().stream()
                .filter(entry -> wanted.equals(by.get(around(entry.getKey()))))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is in " + wanted + " of " + by.values()));
    }
}
