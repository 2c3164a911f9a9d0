package ormlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ormlab.trace.Trace.Event;

class TimelineTest {
    private static Event sent(String sql, int batch, long rows, String loading) {
        List<List<Object>> binds = java.util.Collections.nCopies(batch, List.of(1));
        return new Event(null, new TracedStatement(sql, binds, rows, 1, null, loading));
    }

    private final Timeline timeline =
            new Trace(
                            List.of(
                                    sent("select r1_0.id from \"order\" r1_0", 1, 2, null),
                                    sent("select u1_0.id from users u1_0", 1, 1, "Role.users"),
                                    sent("delete from users where id=?", 3, 3, null),
                                    new Event("commit", null)))
                    .timeline();

    @Test
    void the_text_form_numbers_the_statements_and_keeps_the_borders() {
        assertThat(timeline.text())
                .isEqualTo(
                        String.join(
                                "\n",
                                " 1  select order               2 rows",
                                " 2  select users (Role.users)  1 row",
                                " 3  delete users (batch of 3)  3 rows changed",
                                "    commit"));
    }

    @Test
    void the_list_numbers_only_statements() {
        Event one = sent("select 1", 1, 1, null);
        Event commit = new Event("commit", null);
        assertThat(new Trace(List.of(one, commit, one)).html().replaceAll("(?s)<pre.*?</pre>", ""))
                .isEqualTo(
                        "<ol><li></li><li value=\"1\" style=\"list-style-type: none\"></li><li></li></ol>"
                                + "<p><b>2 statements</b></p>");
    }

    @Test
    void the_page_marks_the_parts_of_statements_binds_and_repeats() {
        String sql = "select u1_0.id from users u1_0 where u1_0.name=?";
        Event one =
                new Event(
                        null,
                        new TracedStatement(
                                sql, List.of(List.of("<it's> -- 1")), 1, 1, "no -- 2", "A.b"));
        String marked =
                "<span class=\"k\">select</span> u1_0.id <span class=\"k\">from</span> users u1_0"
                        + " <span class=\"k\">where</span> u1_0.name=<span class=\"o\">?</span>";
        assertThat(new Trace(List.of(one, new Event("commit", null), one)).html())
                .contains(
                        "<li><pre class=\"highlight\">"
                                + marked
                                + "\n  <i>-- binds:</i>"
                                + " <span class=\"s\">&#39;&lt;it&#39;&#39;s&gt; -- 1&#39;</span>"
                                + "\n  <i>-- loads A.b</i>\n  <i>-- refused: no -- 2</i></pre></li>")
                .contains("<pre class=\"highlight\"><i>-- commit</i></pre></li>")
                .contains(
                        "</ol><pre class=\"highlight\"><b>2 × "
                                + marked
                                + "\n  <i>-- N+1 on A.b: one statement for each</i></b></pre>");
    }

    @Test
    void mermaid_draws_each_round_trip() {
        assertThat(timeline.markdown())
                .startsWith("```mermaid\nsequenceDiagram\n")
                .contains("    J->>D: select order\n    D-->>J: 2 rows\n")
                .contains("    J->>D: select users (Role.users)\n    D-->>J: 1 row\n")
                .endsWith("    Note over J,D: commit\n```");
    }

    @Test
    void a_value_cannot_break_out_of_the_picture() {
        Trace refused =
                new Trace(
                        List.of(
                                new Event(
                                        null,
                                        new TracedStatement(
                                                "update users set x=1",
                                                List.of(),
                                                -1,
                                                1,
                                                "no;\nend#",
                                                null))));
        assertThat(refused.timeline().markdown()).contains("D-->>J: refused: no  end \n");
    }

    @Test
    void a_trace_without_statements_says_so() {
        assertThat(new Trace(List.of()).timeline().text()).isEqualTo("no statement");
    }
}
