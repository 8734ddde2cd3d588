// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bothyes.vault.InstanceKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where this installation keeps what it keeps, each place by the setting that names it. */
@Component
class Places {

    private final List<Place> all = new ArrayList<>();

    Places(
            @Value("${BOTH_YES_DATA:./data}") Path data,
            @Value("${both-yes.key}") String key,
            @Value("${both-yes.backups}") String backups) {
        all.add(new Place("BOTH_YES_DATA", data));
        all.add(new Place("BOTH_YES_KEY", InstanceKey.place(data, key)));
        if (!backups.isBlank()) {
            all.add(new Place("BOTH_YES_BACKUPS", Path.of(backups)));
        }
    }

    /** One of them. */
    record Place(String setting, Path path) {}

    List<Place> all() {
        return all;
    }

    /** The version of the application, as its jar says. */
    String version() {
        return Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .orElse("-");
    }
}
