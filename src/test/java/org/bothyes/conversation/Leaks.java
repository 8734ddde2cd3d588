// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.asm.Advice;
import org.bothyes.overlap.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Faults that somebody could make one day, each a few lines woven into the running application: what partner two does
 * comes to be seen by one. Public, since the code they are woven into has to reach them.
 */
@SuppressWarnings("UnusedMethod") // woven in by name
public final class Leaks {

    private static final Logger LOG = LoggerFactory.getLogger(Leaks.class);
    private static final AtomicReference<ApplicationContext> APP = new AtomicReference<>();

    private Leaks() {}

    static void from(ApplicationContext running) {
        APP.set(running);
    }

    /** How often two's row was written: what a page might come to hang on without anybody meaning it. */
    public static int writes() {
        return APP.get()
                .getBean(JdbcClient.class)
                .sql("select coalesce(max(version), 0) from partner where role = 'TWO'")
                .query(Integer.class)
                .single();
    }

    public static void ring(Object partner) {
        Stand.in(APP.get()).ring((Partner) partner);
    }

    public static Element content(Object view) {
        return ((HasElement) view).getElement();
    }

    /** A number on the page. */
    public static final class Badge {
        @Advice.OnMethodExit
        static void leak(@Advice.This Object view) {
            content(view).appendChild(ElementFactory.createDiv(String.valueOf(writes())));
        }
    }

    /** An order that depends on the partner. */
    public static final class Order {
        @Advice.OnMethodExit
        static void leak(@Advice.This Object view) {
            var content = content(view);
            if (writes() % 2 == 1 && content.getChildCount() > 0) {
                content.insertChild(0, content.getChild(content.getChildCount() - 1), ElementFactory.createHr());
            }
        }
    }

    /** Every answer rings. */
    public static final class Ring {
        @Advice.OnMethodExit
        static void leak(@Advice.Argument(0) Object partner) {
            ring(partner);
        }
    }

    /** Whoever is rung writes the same text again. */
    public static final class SameText {
        @Advice.OnMethodExit
        static void leak(@Advice.This Object view) {
            var first = content(view);
            while (first.getChildCount() > 0 && !first.getChild(0).isTextNode()) {
                first = first.getChild(0);
            }
            first.setText(first.getText());
        }
    }

    /** Whoever is rung adds something that nobody sees. */
    public static final class Hidden {
        @Advice.OnMethodExit
        static void leak(@Advice.This Object view) {
            var hidden = new Span("seen by nobody");
            hidden.setVisible(false);
            content(view).appendChild(hidden.getElement());
        }
    }

    /** An answer is counted in the row that both have. */
    public static final class SharedRow {
        @Advice.OnMethodExit
        static void leak(@Advice.Argument(0) Object partner) {
            touch(partner);
        }
    }

    public static void touch(Object partner) {
        APP.get()
                .getBean(JdbcClient.class)
                .sql("update round set version = version + 1 where conversation_id = ?")
                .param(((Partner) partner).conversation())
                .update();
    }

    /** A line in the log for every answer, as somebody writes it to see what goes wrong. */
    public static final class LogLine {
        @Advice.OnMethodExit
        static void leak(@Advice.Argument(1) Object changes) {
            note((List<?>) changes);
        }
    }

    public static void note(List<?> changes) {
        for (var change : changes) {
            if (change instanceof Change.Answered answered) {
                LOG.info("Kept an answer to {}", answered.side().topic().value());
            }
        }
    }

    /** A box as large as what is in it. */
    public static final class Unpadded {
        @Advice.OnMethodExit
        static void leak(@Advice.Argument(0) byte[] content, @Advice.Return(readOnly = false) byte[] padded) {
            padded = shortened(padded, content.length);
        }
    }

    public static byte[] shortened(byte[] padded, int length) {
        return Arrays.copyOf(padded, 2 + length);
    }
}
