// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What partner one has in hand: does what they do, and writes down everything that reaches it. */
interface Diary extends AutoCloseable {

    /** Lets them in by code and PIN. */
    void comesBack(String code);

    /** Loads a room anew, as for an address typed or a reload. */
    void opens(String room);

    /** Goes to a room without loading the page anew, as a link within it does. */
    void goes(String room);

    /** Presses what has this written on it. */
    void presses(String written);

    /** Tells the server that the page still stands, as it does every minute. */
    void isStillThere();

    /** Waits until everything that was on its way has come. */
    void settles();

    /** Waits until the end has come, and where it leads. */
    void ends();

    /** Everything that has come, in its order. */
    List<String> heard();

    /** Leaves. */
    @Override
    void close();

    /** What is random by nature (ids, nonces, tokens, codes, cookies) in place of which any other could stand. */
    static String evened(String said) {
        var evened = UUID.matcher(said).replaceAll("~");
        evened = CODE.matcher(evened).replaceAll("~");
        evened = COOKIE.matcher(evened).replaceAll("$1~");
        return NONCE.matcher(evened).replaceAll("nonce~");
    }

    /** Vaadin writes constants and files to load in an order that is random by nature: here it is always the same. */
    static String inOrder(String message) {
        return inOrder(JsonParser.parseString(message)).toString();
    }

    private static JsonElement inOrder(JsonElement value) {
        if (value instanceof JsonObject object) {
            var sorted = new JsonObject();
            object.keySet().stream().sorted().forEach(key -> {
                var child = inOrder(object.get(key));
                sorted.add(key, key.equals("LAZY") ? sorted(child.getAsJsonArray()) : child);
            });
            return sorted;
        } else if (value instanceof JsonArray array) {
            var same = new JsonArray();
            array.forEach(child -> same.add(inOrder(child)));
            return same;
        }
        return value;
    }

    private static JsonArray sorted(JsonArray array) {
        var sorted = new JsonArray();
        array.asList().stream()
                .sorted(Comparator.comparing(JsonElement::toString))
                .forEach(sorted::add);
        return sorted;
    }

    /** Where two diaries first differ, a few words around it; empty if they are the same. */
    static String difference(List<String> one, List<String> other) {
        for (var line = 0; line < Math.max(one.size(), other.size()); line++) {
            var here = line < one.size() ? one.get(line) : "";
            var there = line < other.size() ? other.get(line) : "";
            var at = Arrays.mismatch(here.toCharArray(), there.toCharArray());
            if (at >= 0) {
                return "entry " + line + ": " + around(here, at) + " <> " + around(there, at);
            }
        }
        return "";
    }

    private static String around(String line, int at) {
        return line.substring(0, Math.min(30, line.length())) + " ... "
                + line.substring(Math.max(0, at - 120), Math.max(at, Math.min(line.length(), at + 120)));
    }

    /** Atmosphere's own: who listens, at connect, and a sign of life. */
    static boolean keepsTheLineOpen(String frame) {
        return LINE.matcher(frame).find();
    }

    Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** 26 characters of a code. */
    Pattern CODE = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{26}\\b");

    Pattern COOKIE = Pattern.compile("(both-yes=|JSESSIONID=)[^;\\]]*");

    Pattern NONCE = Pattern.compile("nonce[-=\"']+[A-Za-z0-9+/=]{20,}");

    Pattern LINE = Pattern.compile("^\\d+\\|[0-9a-f-]{36}\\|\\d+\\|X\\|$|^(\\d+\\|)?\\s*X?\\s*$");
}
