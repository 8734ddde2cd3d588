// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bothyes.overlap.Sheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The house: which room may know which, and why. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(place -> !place.contains("__")) // what a build before had Spring write
            .importPackages("org.bothyes");
    private static final Path SOURCES = Path.of("src/main/java/org/bothyes");

    @Test
    void the_rule_knows_packs_and_java_and_nothing_else() {
        check(classes()
                .that()
                .resideInAPackage("org.bothyes.overlap")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.bothyes.overlap", "org.bothyes.pack", "java..", "org.jspecify..")
                .because("a rule that is read in one sitting has nothing to hide behind; a list of what is allowed does"
                        + " not rot as a list of what is forbidden would"));
    }

    @Test
    void packs_know_no_other_room() {
        check(classes()
                .that()
                .resideInAPackage("org.bothyes.pack")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "org.bothyes.pack",
                        "java..",
                        "org.jspecify..",
                        "org.yaml.snakeyaml..",
                        "org.springframework.core.io.."))
                .because("a pack is data about questions, not about anybody who answers them"));
    }

    @Test
    void the_vault_knows_bytes_and_no_questions() {
        check(classes()
                .that()
                .resideInAPackage("org.bothyes.vault")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.bothyes.vault", "java..", "javax.crypto..", "org.jspecify..", "org.bouncycastle.crypto..")
                .because("what it keeps must not depend on what is kept"));
    }

    @Test
    void what_the_database_needs_knows_nobody_in_it() {
        check(noClasses()
                .that()
                .resideInAPackage("org.bothyes.storage")
                .should()
                .dependOnClassesThat(resideInAPackage("org.bothyes..")
                        .and(not(resideInAnyPackage("org.bothyes.storage", "org.bothyes.vault"))))
                .because("work is done once and whole, and a disk is full, whoever it is for"));
    }

    @Test
    void a_conversation_knows_no_page() {
        check(noClasses()
                .that()
                .resideInAPackage("org.bothyes.conversation")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.bothyes.conversation.ui",
                        "org.bothyes.door",
                        "org.bothyes.shell",
                        "com.vaadin..",
                        "jakarta.servlet..")
                .because("arrows run one way: pages know conversations"));
    }

    @Test
    void the_guide_knows_packs_and_words_and_nobody_who_answers() {
        check(noClasses()
                .that()
                .resideInAPackage("org.bothyes.guide")
                .should()
                .dependOnClassesThat(resideInAPackage("org.bothyes..")
                        .and(not(resideInAnyPackage("org.bothyes.guide", "org.bothyes.pack")))
                        .and(not(name("org.bothyes.shell.Texts")
                                .or(name("org.bothyes.shell.Ahead"))
                                .or(name("org.bothyes.shell.Pdf")))))
                .because("a page that anybody may read, or take along, has nothing to tell of anybody"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.bothyes.guide")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bothyes.guide")
                .because("the pages to read are led to by their address alone"));
    }

    @Test
    void a_classroom_knows_packs_and_the_rule_and_nobody_real() {
        check(noClasses()
                .that()
                .resideInAPackage("org.bothyes.classroom")
                .should()
                .dependOnClassesThat(resideInAPackage("org.bothyes..")
                        .and(not(
                                resideInAnyPackage("org.bothyes.classroom", "org.bothyes.overlap", "org.bothyes.pack")))
                        .and(not(name("org.bothyes.shell.Texts")
                                .or(name("org.bothyes.shell.Qr"))
                                .or(name("org.bothyes.shell.Pdf")))))
                .because("no way leads from a couple that is made up to one that is not"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.bothyes.classroom")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bothyes.classroom")
                .because("and none back"));
    }

    @Test
    void who_runs_a_server_knows_rows_and_nobody_in_them() {
        check(noClasses()
                .that()
                .resideInAPackage("org.bothyes.operations")
                .should()
                .dependOnClassesThat(resideInAPackage("org.bothyes..")
                        .and(not(resideInAnyPackage("org.bothyes.operations", "org.bothyes.storage")))
                        .and(not(name("org.bothyes.conversation.AutoLock")
                                .or(name("org.bothyes.pack.Nearest"))
                                .or(name("org.bothyes.shell.Texts"))
                                .or(name("org.bothyes.vault.InstanceKey"))
                                .or(name("org.bothyes.vault.OwnerOnly")))))
                .because("a backup is made of boxes that stay shut"));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.bothyes.operations")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bothyes.operations")
                .because("and nothing that a partner does waits for who watches"));
    }

    @Test
    void doors_and_rooms_do_not_know_each_other() {
        check(noClasses()
                .that()
                .resideInAPackage("org.bothyes.door")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bothyes.conversation.ui", "com.vaadin..")
                .because("a door leads in by an address, and has to work before any framework has loaded"));
        check(noClasses()
                .that()
                .resideInAnyPackage("org.bothyes.conversation.ui", "org.bothyes.shell")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bothyes.door")
                .because("the way out is an address too"));
    }

    @Test
    void only_pages_and_the_shell_know_vaadin() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.bothyes.conversation.ui", "org.bothyes.shell")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .because("the rest has to be tested, and to last, without it"));
    }

    @Test
    void only_what_asks_sees_a_sheet() {
        check(noClasses()
                .that()
                .resideInAPackage("org.bothyes.conversation.ui")
                .and()
                .areNotAssignableTo("org.bothyes.conversation.ui.StepView")
                .and()
                .haveNameNotMatching(".*\\.(Walk|ComfortForm)")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Sheet.class)
                .because("a page that has only the overlap cannot leak what is outside it"));
    }

    @Test
    void rows_stay_in_their_room() {
        check(classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .because("a row that leaves its room takes the other partner's half along"));
    }

    @Test
    void views_are_reached_by_their_address_alone() {
        check(classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .because("a room is entered through its address, where the stage is checked"));
    }

    @Test
    void what_a_class_needs_comes_in_by_its_constructor() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("clock, randomness and keys are given, so that a test can give others"));
    }

    @Test
    void nothing_is_called_after_what_it_is_not() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Manager|Util|Utils|Impl|Dto|Helper)")
                .because("a name says what a thing is in the words of the field"));
        check(noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..service..", "..dto..", "..impl..")
                .because("a room is named after what happens in it"));
    }

    @Test
    void most_types_are_nobody_elses_business() {
        var types = HOUSE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .toList();
        var open = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(100 * open / types.size())
                .as("percent of types that are public")
                .isLessThanOrEqualTo(60);
    }

    @Test
    void private_things_print_nothing_of_themselves() throws IOException {
        for (var name : List.of(
                "overlap/Sheet",
                "overlap/Overlap",
                "overlap/Marks",
                "overlap/Change",
                "overlap/Safer",
                "vault/Secret",
                "vault/Keys",
                "vault/Pin",
                "vault/InstanceKey",
                "vault/Vault",
                "conversation/Draft",
                "conversation/Evening",
                "conversation/Talk",
                "conversation/Partner",
                "conversation/Invitation",
                "conversation/Conversations",
                "conversation/Unlocking",
                "conversation/Tabs",
                "door/StartForm",
                "door/JoinForm",
                "door/ChosenPin",
                "door/ReturnCookie",
                "door/ReturnForm")) {
            var text = Files.readString(SOURCES.resolve(name + ".java"));
            assertThat(text)
                    .as("what is printed ends in a log, and a log is read by others")
                    .containsAnyOf("\"[redacted]\"", "REDACTED");
            var things = name.startsWith("overlap/") ? count("\\brecord \\w+\\([^)]", text) : 0;
            assertThat(count("public String toString\\(\\) \\{", text))
                    .as("each thing in " + name + " by itself: a record prints all that it has")
                    .isGreaterThanOrEqualTo(Math.max(1, things));
        }
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void every_room_says_what_it_is_for_and_is_null_marked() throws IOException {
        try (var folders = Files.walk(SOURCES)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .content()
                        .startsWith("/**")
                        .contains("@NullMarked");
            }
        }
    }

    @Test
    void views_are_thin() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith("View.java")).toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(180);
            }
        }
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }
}
