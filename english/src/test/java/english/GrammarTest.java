package english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Checks spelling and grammar of all texts; {@code -Dtexts=notebooks/03} checks some of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrammarTest {
    private static final String PREFIX = System.getProperty("texts", "");

    private final Checker checker = new Checker(Path.of(""));
    private final List<Passage> passages = Texts.read(Path.of("..").toRealPath(), PREFIX);

    GrammarTest() throws IOException {}

    @Test
    void all_texts_are_correct_English() {
        List<String> found =
                passages.parallelStream().flatMap(text -> checker.check(text).stream()).toList();
        int words = passages.stream().mapToInt(text -> text.text().split("\\s+").length).sum();
        System.out.printf(
                "%d rules, %d texts, %d words, %d findings%n",
                checker.rules(), passages.size(), words, found.size());
        assertThat(String.join("\n", found)).isEmpty();
    }

    @Test
    void a_mistake_is_found() {
        List<String> found = checker.check(new Passage("README.md:1", "This are a wirtten row."));
        assertThat(found).allMatch(line -> line.startsWith("README.md:1: "));
        assertThat(found.toString()).contains("[are]", "[wirtten]");
    }

    @Test
    void the_dictionary_holds_only_words_that_the_texts_use() {
        assumeTrue(PREFIX.isEmpty(), "It takes all texts to find a word that none of them uses.");
        Set<String> unused = new TreeSet<>(checker.dictionary());
        for (Passage passage : passages) {
            unused.removeAll(List.of(passage.text().split("[^\\w-]+")));
            unused.removeAll(List.of(passage.text().split("\\W+")));
        }
        assertThat(unused).isEmpty();
    }
}
