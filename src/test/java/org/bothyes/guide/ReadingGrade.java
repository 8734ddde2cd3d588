// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The school grade (US) that a text asks for, by Flesch and Kincaid. Syllables are counted by their vowels, which is
 * right for most English words and near enough for a page.
 */
public final class ReadingGrade {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?:;])[”’)]*\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[’'-][\\p{L}\\p{N}]+)*");
    private static final Pattern SILENT_E = Pattern.compile("(?<=[^l])e$|(?<=[^aeiouycsxzgh])es$|(?<=[^td])ed$");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private ReadingGrade() {}

    /** Each of the texts is a block of its own (a heading, a paragraph), and its end is the end of a sentence. */
    public static double of(List<String> texts) {
        var sentences = texts.stream()
                .flatMap(SENTENCE_END::splitAsStream)
                .filter(sentence -> WORD.matcher(sentence).find())
                .count();
        var words = texts.stream()
                .flatMap(text -> WORD.matcher(text).results())
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
        var syllables = words.stream().mapToLong(ReadingGrade::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    static long syllables(String word) {
        var spoken = SILENT_E.matcher(word).replaceFirst("");
        return Math.max(1, VOWELS.matcher(spoken).results().count());
    }
}
