package ormlab.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private final Chart chart =
            Chart.of("Rows for a \"page\"", "posts", "rows read", List.of(10, 200))
                    .bars("list", List.of(10L, 200L))
                    .line("query", List.of(5, 5));

    @Test
    void the_text_form_is_the_table_of_the_numbers() {
        assertThat(chart.text())
                .isEqualTo(
                        """
                        Rows for a "page" (rows read)
                        posts | list | query
                        ------+------+------
                        10    | 10   | 5
                        200   | 200  | 5""");
    }

    @Test
    void mermaid_draws_it_and_the_title_says_which_form_is_which() {
        assertThat(chart.markdown())
                .isEqualTo(
                        """
                        ```mermaid
                        %%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#4c78a8, #d95f02"}}}}%%
                        xychart-beta
                            title "Rows for a 'page' (bars: list, line: query)"
                            x-axis "posts" ["10", "200"]
                            y-axis "rows read"
                            bar [10, 200]
                            line [5, 5]
                        ```""");
    }

    @Test
    void a_series_has_a_number_for_each_place() {
        assertThatThrownBy(() -> chart.line("short", List.of(1)))
                .hasMessage("'short' has 1 numbers, and the chart has 2 places.");
    }
}
