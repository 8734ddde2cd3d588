// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What may be said of a fault: in the log its classes and where it happened, since its message may hold a value; and
 * there and to who met it the same short name, made at random, so that the two can be matched and nothing else is told.
 */
@Component
class Faults {

    /** Where a request keeps the reference of its fault, for the page that is shown in the end. */
    static final String REFERENCE = "org.bothyes.reference";

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    /** Crockford's, as in the codes that people read to each other. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int CAUSES = 5;
    private static final int FRAMES = 8;

    private final SecureRandom random;

    Faults(SecureRandom random) {
        this.random = random;
    }

    /**
     * Logs it.
     *
     * @param what failed, in words of our own
     * @return its reference
     */
    String note(String what, Throwable fault) {
        var reference = IntStream.range(0, LENGTH)
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
        LOG.error("{} [{}]: {}", what, reference, classes(fault));
        return reference;
    }

    private static String classes(Throwable fault) {
        return Stream.iterate(fault, f -> f != null, Throwable::getCause)
                .limit(CAUSES)
                .map(f -> f.getClass().getName()
                        + Stream.of(f.getStackTrace())
                                .limit(FRAMES)
                                .map(at -> " at " + at.getClassName() + ":" + at.getLineNumber())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" < "));
    }
}
