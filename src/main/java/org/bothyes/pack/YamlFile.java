// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML file of a pack or a lesson, not read yet. Only the plain part of YAML is accepted: maps, lists and scalars in one
 * document, so that what an educator sees in the file is all there is.
 */
public final class YamlFile {

    /** The largest file, in bytes. The guide's own pack has a fifth of it. */
    static final int LARGEST = 256 * 1024;

    /** The deepest nesting; a pack needs 7. */
    private static final int DEEPEST = 12;

    private final String name;
    private final byte[] bytes;

    /** @param name what faults call it, such as {@code packs/guide/pack.yaml} */
    YamlFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** Takes from the stream no more than it needs to see that a file is too large. */
    public static YamlFile from(String name, InputStream in) throws IOException {
        return new YamlFile(name, in.readNBytes(LARGEST + 1));
    }

    /** @throws PackFault if this is not one plain YAML map */
    public YamlMap root() {
        checkSize();
        var text = decoded();
        checkCharacters(text);
        var root = composed(text);
        if (root == null) {
            throw new PackFault(name, 0, "The file is empty.", "docs/ shows what belongs in it.");
        }
        return new YamlValue(name, "The file", root).map();
    }

    private @Nullable Node composed(String text) {
        try {
            checkPlain(text);
            return yaml().compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            throw malformed(e.getProblemMark(), e.getProblem());
        } catch (YAMLException | IllegalArgumentException _) {
            // SnakeYAML 2.6 lets a NumberFormatException out for an impossible escape of eight digits.
            throw malformed(null, "it cannot be taken apart");
        }
    }

    private void checkSize() {
        if (bytes.length > LARGEST) {
            throw new PackFault(
                    name, 0, "The file is larger than 256 KiB.", "Make it smaller: split it into two packs.");
        }
    }

    private String decoded() {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            var line = lineAfter(new String(bytes, 0, in.position(), StandardCharsets.UTF_8));
            throw new PackFault(name, line, "This is not UTF-8 text.", "Save the file with the encoding UTF-8.");
        }
        return out.flip().toString();
    }

    private void checkCharacters(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                throw new PackFault(
                        name,
                        lineAfter(text.substring(0, i)),
                        "There is an invisible control character here.",
                        "Delete this line and type it anew.");
            }
        }
    }

    private void checkPlain(String text) {
        int depth = 0;
        int documents = 0;
        for (var event : yaml().parse(new StringReader(text))) {
            switch (event) {
                case DocumentStartEvent _ ->
                    refuseIf(
                            ++documents > 1,
                            event,
                            "A second document begins here.",
                            "Delete the line with three hyphens.");
                case CollectionStartEvent _ ->
                    refuseIf(
                            ++depth > DEEPEST,
                            event,
                            "This is nested too deeply.",
                            "Look for brackets that are not closed.");
                case CollectionEndEvent _ -> depth--;
                default -> {}
            }
            if (event instanceof NodeEvent node) {
                checkPlain(node);
            }
        }
    }

    private void checkPlain(NodeEvent event) {
        refuseIf(
                event instanceof AliasEvent || event.getAnchor() != null,
                event,
                "The signs & and * (an anchor and its alias) are not used here.",
                "Write it out in full, or put the text in double quotes.");
        refuseIf(
                tag(event) != null,
                event,
                "The sign ! (a tag) is not used here.",
                "Take it away, or put the text in double quotes.");
        refuseIf(
                event instanceof ScalarEvent scalar
                        && scalar.isPlain()
                        && scalar.getValue().equals("<<"),
                event,
                "The sign << (merging) is not used here.",
                "Write it out in full.");
    }

    private static @Nullable String tag(NodeEvent event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
    }

    private void refuseIf(boolean refused, Event event, String what, String remedy) {
        if (refused) {
            throw new PackFault(name, event.getStartMark().getLine() + 1, what, remedy);
        }
    }

    private PackFault malformed(@Nullable Mark mark, String problem) {
        return new PackFault(
                name,
                mark == null ? 0 : mark.getLine() + 1,
                "This is not well-formed YAML (" + problem + ").",
                "Look here and on the line above for a missing quote, colon or bracket, and for uneven indentation.");
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }

    /** The number of the line that follows or continues this text, from 1. */
    private static int lineAfter(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }
}
