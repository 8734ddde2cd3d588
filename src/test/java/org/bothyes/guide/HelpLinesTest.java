// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever runs the server says of help and of themselves: taken as it is meant, or not at all. */
class HelpLinesTest {

    @TempDir
    private Path folder;

    private List<HelpLine> read(String yaml) throws IOException {
        return HelpLines.read(
                Files.writeString(folder.resolve("help.yaml"), yaml).toString());
    }

    @Test
    void a_help_line_has_a_name_what_it_helps_with_and_a_way_to_reach_it() throws IOException {
        var lines = read("""
                - name: The Example Line
                  what: Talk about what happened.
                  phone: "+1 (555) 0100-22"
                  hours: Day and night
                - {name: Example Chat, what: To write, url: "https://example.org/chat/"}
                """);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().dial()).isEqualTo("tel:+1555010022");
        assertThat(lines.getFirst().hours()).contains("Day and night");
        assertThat(lines.getLast().site()).isEqualTo("example.org/chat");
    }

    @Test
    void none_is_named_where_no_file_is() {
        assertThat(HelpLines.read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: A                                            | It has to be a list
            []                                                 | It has to be a list
            - text                                             | Entry 1 is not a help line
            - {what: B, phone: "123"}                          | Entry 1 has no name
            - {name: A, phone: "123"}                          | Entry 1 has no what
            - {name: A, what: B}                               | Entry 1 has neither phone nor url
            - {name: A, what: B, fax: "123"}                   | “fax” does not belong in entry 1
            - {name: A, what: B, phone: 123}                   | The phone of entry 1 is not a short text
            - {name: A, what: B, phone: "call us"}             | The phone of entry 1 is not one
            - {name: A, what: B, url: "http://example.org"}    | The url of entry 1 is not one
            - {name: A, what: B, url: "javascript:alert(1)"}   | The url of entry 1 is not one
            - {name: A, name: B}                               | This is not well-formed YAML
            - &a [*a]                                          | This is not well-formed YAML
            """)
    void what_is_not_right_stops_the_start(String yaml, String said) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(GuideFault.class).hasMessageContaining(said);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThatThrownBy(() -> HelpLines.read(folder.resolve("none.yaml").toString()))
                .hasMessageContaining("It cannot be read");
    }

    @Test
    void whoever_runs_the_server_is_reached_by_mail_or_on_the_web() {
        assertThat(Operator.of("Centre", "a@example.org").contact()).contains("mailto:a@example.org");
        assertThat(Operator.of("", "https://example.org/x").contactText()).contains("example.org/x");
        assertThat(Operator.of(" ", "")).isEqualTo(Operator.of(null, null));
        for (var contact : List.of("javascript:alert(1)", "example.org", "a@b@c", "a@b?subject=x")) {
            assertThatThrownBy(() -> Operator.of("", contact)).as(contact).hasMessageContaining("BOTH_YES_CONTACT");
        }
    }
}
