package ormlab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import ormlab.picture.Rows;

class ShownTextTest {
    private static final int MANY = 5000;

    @Test
    void a_long_list_shows_its_first_and_last_elements_and_its_size() {
        String text = ShownText.of(IntStream.range(0, MANY).boxed().toList());

        assertThat(text)
                .startsWith("[0, 1, 2")
                .contains("98, 99, … 4880 more …, 4980")
                .endsWith("4999]\n5000 elements");
    }

    @Test
    void a_long_map_shows_its_first_and_last_entries_and_its_size() {
        Map<Integer, Integer> map =
                new TreeMap<>(
                        IntStream.range(0, MANY).boxed().collect(Collectors.toMap(i -> i, i -> i)));

        assertThat(ShownText.of(map))
                .startsWith("{0=0, 1=1")
                .contains("… 4880 more …")
                .endsWith("4999=4999}\n5000 elements");
    }

    @Test
    void a_short_value_is_shown_as_it_is() {
        assertThat(ShownText.of(List.of(1, 2))).isEqualTo("[1, 2]");
        assertThat(ShownText.of("text")).isEqualTo("text");
    }

    @Test
    void a_long_text_is_truncated_with_a_note() {
        assertThat(ShownText.of("x".repeat(150_000)))
                .endsWith("… 50,000 more characters are not shown.");
    }

    @Test
    void many_rows_show_the_first_and_last_and_their_number_in_both_forms() {
        Rows rows =
                new Rows(
                        List.of("n"),
                        IntStream.range(0, MANY).mapToObj(n -> List.<Object>of(n)).toList());

        assertThat(rows.text().lines()).hasSize(124).contains("… 4880 more rows …", "5000 rows");
        assertThat(rows.html())
                .contains("<td>99</td></tr><tr><td colspan=\"1\"")
                .contains("… 4880 more rows …</td></tr><tr><td>4980</td>")
                .endsWith("<p>5000 rows</p>");
    }

    @Test
    void a_value_that_loads_rows_is_shown_as_if_its_cell_loaded_them() throws Exception {
        Renderer renderer = new Renderer();
        KernelDisplay.teach(renderer);
        KernelHost host = new KernelHost();
        Object lazy =
                new Object() {
                    @Override
                    public String toString() {
                        return "in the notebook: " + host.isCurrent();
                    }
                };

        assertThat(renderer.render(lazy).getData(MIMEType.TEXT_PLAIN))
                .isEqualTo("in the notebook: true");
        assertThat(host.isCurrent()).isFalse();
    }

    /** JJava's renderer represents IJava's, which has the same methods. */
    @Test
    void a_kernels_renderer_shows_pictures_and_bounded_texts() throws Exception {
        Renderer renderer = new Renderer();
        KernelDisplay.teach(renderer);

        DisplayData rows = renderer.render(new Rows(List.of("n"), List.of(List.of(1))));
        DisplayData text = renderer.render("x".repeat(150_000));
        DisplayData list = renderer.render(IntStream.range(0, MANY).boxed().toList());

        assertThat(rows.getData(MIMEType.TEXT_HTML)).asString().startsWith("<table>");
        assertThat(rows.getData(MIMEType.TEXT_PLAIN)).isEqualTo("n\n-\n1\n1 row");
        assertThat(text.getData(MIMEType.TEXT_PLAIN)).asString().contains("50,000 more");
        assertThat(list.getData(MIMEType.TEXT_PLAIN)).asString().endsWith("5000 elements");
    }
}
