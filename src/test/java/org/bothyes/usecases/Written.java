// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.usecases;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.bothyes.pack.Choice;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Pack;
import org.bothyes.pack.PackLibrary;
import org.bothyes.pack.Topic;
import org.bothyes.pack.Way;

/** What stands on the pages, by key and by id: so that new wording breaks no test. */
public final class Written {

    public static final Pack PACK = PackLibrary.load(null).packs().getFirst();

    /** What is asked of everybody whatever they answer, and one way round. */
    public static final List<Topic> PLAIN_TOPICS = PACK.topics().stream()
            .filter(topic -> !topic.directional() && topic.needs().isEmpty())
            .toList();

    private static final Properties TEXTS = texts();

    private Written() {}

    /** A text of the product. */
    public static String text(String key, Object... values) {
        var pattern = Objects.requireNonNull(TEXTS.getProperty(key), key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(values);
    }

    public static Topic topic(String id) {
        return PACK.topic(id).orElseThrow();
    }

    /** The room in which a topic is asked. */
    public static String room(Topic topic) {
        return "questions/" + topic.section() + "/" + topic.id();
    }

    public static String name(String topic) {
        return PACK.words().name(topic(topic));
    }

    /** One way round of a topic, told from the reader's side. */
    public static String way(String topic, Way way) {
        return PACK.words()
                .side(topic(topic).sides().stream()
                        .filter(side -> side.way() == way)
                        .findFirst()
                        .orElseThrow());
    }

    public static Choice choice(String id) {
        return PACK.choice(id).orElseThrow();
    }

    public static String item(String choice, String item) {
        return PACK.words()
                .item(
                        choice(choice),
                        choice(choice).items().stream()
                                .filter(i -> i.value().equals(item))
                                .findFirst()
                                .orElseThrow());
    }

    public static Limit limit(String id) {
        return PACK.limit(id).orElseThrow();
    }

    /** The place of a row, from the most protective. */
    public static int place(String limit, String row) {
        return limit(limit).rows().stream().map(r -> r.id().value()).toList().indexOf(row);
    }

    /** A row as a rule for both. */
    public static String rule(String limit, String row) {
        return PACK.words().rule(limit(limit), limit(limit).rows().get(place(limit, row)));
    }

    public static String condition(String id) {
        return PACK.words()
                .name(PACK.conditions().stream()
                        .filter(c -> c.id().value().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    public static String signal(String id) {
        return PACK.words()
                .name(PACK.signals().stream()
                        .filter(s -> s.id().value().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    public static String section(String id) {
        return PACK.words().title(PACK.section(id).orElseThrow());
    }

    private static Properties texts() {
        try (var file = Written.class.getResourceAsStream("/vaadin-i18n/translations.properties")) {
            var texts = new Properties();
            texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
