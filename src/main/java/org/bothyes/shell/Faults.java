package org.bothyes.shell;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be said of a fault in a log: its classes and where it happened. Its message may hold a value. */
final class Faults {

    private Faults() {}

    static String classes(Throwable fault) {
        return Stream.iterate(fault, f -> f != null, Throwable::getCause)
                .limit(5)
                .map(f -> f.getClass().getName()
                        + Stream.of(f.getStackTrace())
                                .limit(3)
                                .map(at -> " at " + at.getClassName() + ":" + at.getLineNumber())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" < "));
    }
}
