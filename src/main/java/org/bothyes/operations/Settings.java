// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bothyes.pack.Nearest;
import org.bothyes.vault.OwnerOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Looks at all settings before anything starts. A mistyped one would otherwise be as one that was never set. */
public final class Settings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String OURS = "BOTH_YES_";
    /** In seconds. */
    private static final String SILENCE = "10";

    private static final String BEGINNING = "${";
    private static final String NO_BEGINNING =
            " has “${” in it, which stands for the value of something else here: take one without.";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        prepare(event.getEnvironment());
    }

    /**
     * What the application would run with, where these are the variables in the environment.
     *
     * @throws SettingFault if it would not start with them
     */
    static Environment of(Map<String, String> variables) {
        var settings = new StandardEnvironment();
        put(settings, new TreeMap<>(variables));
        prepare(settings);
        try {
            settings.getPropertySources().addLast(new ResourcePropertySource("classpath:application.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static void prepare(ConfigurableEnvironment settings) {
        var faults = beginnings(variables(settings));
        if (faults.isEmpty()) {
            faults = faults(settings, names(settings));
        }
        if (!faults.isEmpty()) {
            throw new SettingFault(faults);
        }
        forgetEmpty(settings);
        givePassword(settings);
        giveUpOnSilence(settings);
    }

    /**
     * A PostgreSQL that has gone without a word would be waited for without end, by everybody. Where the address says
     * otherwise, as for a migration that takes long, that holds.
     */
    private static void giveUpOnSilence(ConfigurableEnvironment settings) {
        if (value(settings, Setting.BOTH_YES_DB_URL).startsWith("jdbc:postgresql:")) {
            var properties = "spring.datasource.hikari.data-source-properties.";
            settings.getPropertySources()
                    .addLast(new MapPropertySource(
                            "patience with the database",
                            Map.of(properties + "socketTimeout", SILENCE, properties + "connectTimeout", SILENCE)));
        }
    }

    /** A compose file hands on what nobody has set as set to nothing, which would hide what holds otherwise. */
    private static void forgetEmpty(ConfigurableEnvironment settings) {
        var kept = new TreeMap<>(variables(settings));
        for (var setting : Setting.values()) {
            kept.computeIfPresent(
                    setting.name(), (name, value) -> value.toString().isBlank() ? null : value);
        }
        put(settings, kept);
    }

    private static void put(ConfigurableEnvironment settings, Map<String, Object> variables) {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        settings.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
    }

    private static Set<String> names(ConfigurableEnvironment settings) {
        return new TreeSet<>(variables(settings).keySet());
    }

    private static Map<String, Object> variables(ConfigurableEnvironment settings) {
        var source = settings.getPropertySources().get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        return source instanceof SystemEnvironmentPropertySource variables ? variables.getSource() : Map.of();
    }

    /**
     * What is wrong, a sentence for each.
     *
     * @param names of all variables in the environment
     */
    static List<String> faults(Environment settings, Set<String> names) {
        var faults = new ArrayList<String>();
        for (var name : names) {
            if (name.startsWith(OURS) && !Setting.names().contains(name)) {
                faults.add("There is no setting " + name + ". " + Nearest.hint(name, Setting.names()));
            }
        }
        for (var setting : Setting.values()) {
            if (!setting.mayBe(value(settings, setting))) {
                faults.add(setting + " has to be " + setting.wants() + ", and is not.");
            }
        }
        if (faults.isEmpty()) {
            faults.addAll(together(settings));
        }
        return faults.stream().map(String::strip).toList();
    }

    /** Spring would put something else in the place of what begins so, or print the value where there is nothing to put. */
    private static List<String> beginnings(Map<String, Object> variables) {
        return Stream.of(Setting.values())
                .filter(setting -> String.valueOf(variables.get(setting.name())).contains(BEGINNING))
                .map(setting -> setting + NO_BEGINNING)
                .toList();
    }

    /** What does not go together, although each alone would do. */
    private static List<String> together(Environment settings) {
        var faults = new ArrayList<String>();
        var port = value(settings, Setting.PORT);
        if (!port.isEmpty() && !port.equals("0") && port.equals(value(settings, Setting.BOTH_YES_WATCH))) {
            faults.add("PORT and BOTH_YES_WATCH have to be two ports.");
        }
        if (!value(settings, Setting.BOTH_YES_PROXIES).isEmpty()
                && !"native".equals(value(settings, Setting.BOTH_YES_FORWARDED))) {
            faults.add("BOTH_YES_PROXIES names whom to believe, and BOTH_YES_FORWARDED says to believe nobody: set it"
                    + " to native.");
        }
        if (!value(settings, Setting.BOTH_YES_DB_PASSWORD).isEmpty()
                && !value(settings, Setting.BOTH_YES_DB_PASSWORD_FILE).isEmpty()) {
            faults.add("BOTH_YES_DB_PASSWORD and BOTH_YES_DB_PASSWORD_FILE both give a password: set one of them.");
        }
        var key = path(settings, Setting.BOTH_YES_KEY);
        for (var folder : List.of(Setting.BOTH_YES_DATA, Setting.BOTH_YES_BACKUPS)) {
            var place = path(settings, folder);
            if (key != null && place != null && key.startsWith(place)) {
                faults.add("BOTH_YES_KEY lies in the folder of " + folder + ": who copies the one would have the other."
                        + " Put it elsewhere.");
            }
        }
        if (key != null && isOthers(key)) {
            faults.add("The file of BOTH_YES_KEY can be read by others than its owner: take that away with chmod 400.");
        }
        return faults;
    }

    private static boolean isOthers(Path file) {
        try {
            return !OwnerOnly.is(file);
        } catch (IOException e) {
            return true;
        }
    }

    private static @Nullable Path path(Environment settings, Setting setting) {
        var value = value(settings, setting);
        return value.isEmpty() ? null : Path.of(value).toAbsolutePath().normalize();
    }

    private static String value(Environment settings, Setting setting) {
        return settings.getProperty(setting.name(), "").strip();
    }

    /** Read from a file, since what stands in a variable is seen by more than who should. */
    private static void givePassword(ConfigurableEnvironment settings) {
        var file = path(settings, Setting.BOTH_YES_DB_PASSWORD_FILE);
        if (file == null) {
            return;
        }
        try {
            var password = Files.readString(file).strip();
            if (password.contains(BEGINNING)) {
                throw new SettingFault(List.of(Setting.BOTH_YES_DB_PASSWORD_FILE + NO_BEGINNING));
            }
            settings.getPropertySources()
                    .addFirst(new MapPropertySource(
                            "password of the database", Map.of("spring.datasource.password", password)));
        } catch (IOException e) {
            throw new SettingFault(List.of(Setting.BOTH_YES_DB_PASSWORD_FILE + " can't be read."));
        }
    }
}
