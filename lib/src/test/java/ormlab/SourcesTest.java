package ormlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what the architecture's rules about classes cannot: names and paths in text. */
class SourcesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ormlab.grade",
                "ormlab.notebook",
                "jjava",
                "IJava",
                "org.junit",
                "lab.py",
                ".lab/",
                "target/workbook",
                "exercises/"
            })
    void the_library_names_no_kernel_no_workbook_and_no_place_in_this_repository(String name)
            throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> naming =
                    files.filter(Files::isRegularFile).filter(file -> names(file, name)).toList();
            assertThat(naming).isEmpty();
        }
    }

    private static boolean names(Path file, String name) {
        try {
            return Files.readString(file).contains(name);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
