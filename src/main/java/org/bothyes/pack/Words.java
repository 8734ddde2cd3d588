// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.util.Map;
import java.util.Optional;

/** The wording of a pack in one language. {@link PackReader} has checked that nothing is missing. */
public final class Words {

    private final Map<String, String> texts;

    /** @param texts by the path of their keys in the words file, joined with dots: {@code topics.soft-light.name} */
    Words(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** The pack's name. */
    public String title() {
        return text("title");
    }

    /** What the pack is about, for whoever picks one. */
    public String about() {
        return text("about");
    }

    public String title(Section section) {
        return text("sections", section.id(), "title");
    }

    /** The line a section opens with. */
    public String open(Section section) {
        return text("sections", section.id(), "open");
    }

    public String name(Topic topic) {
        return text("topics", topic.id(), "name");
    }

    public String help(Topic topic) {
        return text("topics", topic.id(), "help");
    }

    /** What this side means to its reader; the topic's name where it has no direction. */
    public String side(Topic.Side side) {
        return text("topics", side.topic(), key(side.way()));
    }

    public String name(Choice choice) {
        return text("choices", choice.id(), "name");
    }

    public String help(Choice choice) {
        return text("choices", choice.id(), "help");
    }

    /** What this side means to its reader; the choice's name where it has no direction. */
    public String side(Choice.Side side) {
        return text("choices", side.choice(), key(side.way()));
    }

    public String item(Choice choice, Id<Choice.Item> item) {
        return text("choices", choice.id(), "items." + item);
    }

    public String name(Limit limit) {
        return text("limits", limit.id(), "name");
    }

    public String help(Limit limit) {
        return text("limits", limit.id(), "help");
    }

    /** The row as somebody chooses it. */
    public String label(Limit limit, Limit.Row row) {
        return text("limits", limit.id(), "rows." + row.id() + ".label");
    }

    /** What the row means more closely, where that needs saying. */
    public Optional<String> detail(Limit limit, Limit.Row row) {
        return Optional.ofNullable(texts.get("limits." + limit.id() + ".rows." + row.id() + ".detail"));
    }

    /** The row as a rule for both, without saying whose it was. */
    public String rule(Limit limit, Limit.Row row) {
        return text("limits", limit.id(), "rule." + row.id());
    }

    public String name(Condition condition) {
        return text("conditions." + condition.id());
    }

    public String name(Signal signal) {
        return text("signals." + signal.id());
    }

    public String text(Ready ready) {
        return text("ready." + ready.id());
    }

    public String text(Fixed fixed) {
        return text("fixed." + fixed.id());
    }

    /** The line itself, without quotation marks. */
    public String line(Script script) {
        return text("scripts." + script.id());
    }

    private static String key(Way way) {
        return switch (way) {
            case TOGETHER -> "name";
            case GIVE -> "give";
            case RECEIVE -> "receive";
        };
    }

    private String text(String kind, Id<?> id, String key) {
        return text(kind + "." + id + "." + key);
    }

    private String text(String path) {
        var text = texts.get(path);
        if (text == null) {
            throw new IllegalArgumentException("this pack has no such text");
        }
        return text;
    }
}
