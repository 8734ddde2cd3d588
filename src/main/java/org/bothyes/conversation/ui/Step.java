// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import org.bothyes.pack.Choice;
import org.bothyes.pack.Limit;
import org.bothyes.pack.Topic;

/** One step of the wizard. Where somebody is stands in the address; what they said never does. */
sealed interface Step {

    /** The address below {@code /c/}. */
    String path();

    record Ready() implements Step {
        @Override
        public String path() {
            return "ready";
        }
    }

    record Settings() implements Step {
        @Override
        public String path() {
            return "settings";
        }
    }

    record Question(Topic topic) implements Step {
        @Override
        public String path() {
            return "questions/" + topic.section() + "/" + topic.id();
        }
    }

    record Ask(Choice choice) implements Step {
        @Override
        public String path() {
            return "choices/" + choice.id();
        }
    }

    /** After the short round: go on, or finish here. */
    record More() implements Step {
        @Override
        public String path() {
            return "more";
        }
    }

    record Rule(Limit limit) implements Step {
        @Override
        public String path() {
            return "limits/" + limit.id();
        }
    }

    record Signals() implements Step {
        @Override
        public String path() {
            return "signals";
        }
    }

    record Check() implements Step {
        @Override
        public String path() {
            return "check";
        }
    }
}
