package ormlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
    @Test
    void no_two_classes_of_library_and_workbook_share_a_name() throws IOException {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new TreeSet<>();
        for (Path sources : List.of(Path.of("../lib/src/main/java"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java") && !name.startsWith("package-info"))
                        .filter(name -> !seen.add(name))
                        .forEach(shared::add);
            }
        }
        assertThat(shared).isEmpty();
    }
}
