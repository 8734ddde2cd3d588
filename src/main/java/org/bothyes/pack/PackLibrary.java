// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All packs, read once at start-up: those inside the application, and those of whoever runs it. */
public final class PackLibrary {

    private static final String GUIDE = "guide";
    private static final String STRUCTURE = "pack.yaml";
    private static final String WORDING = "words_en.yaml";

    private final List<Pack> packs;

    /** @throws PackFault if there is none */
    PackLibrary(List<Pack> packs) {
        if (packs.isEmpty()) {
            throw new PackFault("packs", 0, "There is no pack.", "Put at least one there; docs/packs.md says how.");
        }
        this.packs = packs.stream()
                .sorted(Comparator.comparing((Pack pack) -> !pack.id().value().equals(GUIDE))
                        .thenComparing(pack -> pack.id().value()))
                .toList();
    }

    /**
     * Reads every pack.
     *
     * @param extra a folder with a folder for each further pack, or null for none. Names that begin with a dot are
     *     passed over
     * @throws PackFault if any pack is not right, if two have the same id, or if there is none
     */
    public static PackLibrary load(@Nullable Path extra) {
        try {
            var folders = inside();
            if (extra != null) {
                folders.addAll(under(extra));
            }
            checkUnique(folders);
            var packs = new ArrayList<Pack>();
            for (var folder : folders) {
                packs.add(folder.read());
            }
            return new PackLibrary(packs);
        } catch (IOException e) {
            throw new UncheckedIOException("the packs cannot be read", e);
        }
    }

    /** The guide's own pack first, then by id. */
    public List<Pack> packs() {
        return packs;
    }

    public Optional<Pack> pack(String id) {
        return packs.stream().filter(pack -> pack.id().value().equals(id)).findFirst();
    }

    /** A pack's id is the name of its folder, so this can be seen without reading any. */
    private static void checkUnique(List<Folder> folders) {
        var names = new HashSet<String>();
        for (var folder : folders) {
            if (!names.add(folder.name())) {
                throw new PackFault(
                        folder.place() + "/" + STRUCTURE,
                        0,
                        "There is already a pack “" + folder.name() + "”.",
                        "Give this one another id, and its folder the same name.");
            }
        }
    }

    /** A folder that holds the two files of a pack; {@code place} is how faults call it. */
    private record Folder(String name, String place, Resource structure, Resource wording) {

        Pack read() throws IOException {
            return PackReader.read(name, file(structure, STRUCTURE), file(wording, WORDING));
        }

        private YamlFile file(Resource resource, String name) throws IOException {
            var path = place + "/" + name;
            if (!resource.isReadable()) {
                throw new PackFault(
                        path,
                        0,
                        "There is no such file, or it may not be read.",
                        "A pack has two: pack.yaml and words_en.yaml.");
            }
            try (var in = resource.getInputStream()) {
                return YamlFile.from(path, in);
            }
        }
    }

    private static List<Folder> inside() throws IOException {
        var folders = new ArrayList<Folder>();
        for (var structure :
                new PathMatchingResourcePatternResolver().getResources("classpath*:packs/*/" + STRUCTURE)) {
            var name = folderName(structure.getURL().getPath());
            folders.add(new Folder(name, "packs/" + name, structure, structure.createRelative(WORDING)));
        }
        return folders;
    }

    private static String folderName(String path) {
        var end = path.lastIndexOf('/');
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private static List<Folder> under(Path extra) throws IOException {
        if (!Files.isDirectory(extra)) {
            throw new PackFault(extra.toString(), 0, "There is no such folder.", "Create it, or correct the setting.");
        }
        try (var entries = Files.list(extra)) {
            return entries.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(PackLibrary::folder)
                    .toList();
        }
    }

    private static Folder folder(Path folder) {
        return new Folder(
                folder.getFileName().toString(),
                folder.toString(),
                new FileSystemResource(folder.resolve(STRUCTURE)),
                new FileSystemResource(folder.resolve(WORDING)));
    }
}
