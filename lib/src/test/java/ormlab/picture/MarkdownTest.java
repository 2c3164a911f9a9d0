package ormlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ormlab.migrate.history.PrintedSql;
import ormlab.schema.Column;
import ormlab.schema.ErDiagram;
import ormlab.schema.ForeignKey;
import ormlab.schema.Table;
import ormlab.schema.TableName;

class MarkdownTest {
    private static final String HOSTILE = "a\n```\n<img src=x>\r```\"`b";

    @Test
    void a_table_and_a_column_with_line_breaks_and_backticks_stay_inside_the_diagram() {
        TableName name = TableName.of(HOSTILE);
        Column column =
                new Column(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Column.Identity.NONE,
                        Optional.empty(),
                        Optional.empty());
        List<String> columns = List.of(HOSTILE);
        ForeignKey key = new ForeignKey("fk", columns, name, columns, "no action", "no action", "");
        Table table =
                new Table(
                        name,
                        List.of(column),
                        Optional.empty(),
                        List.of(),
                        List.of(key),
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty(),
                        "");
        String markdown = new ErDiagram(List.of(table)).markdown();
        assertThat(markdown).startsWith("```mermaid\nerDiagram\n").endsWith("\n```");
        assertThat(markdown.lines().filter(line -> line.strip().startsWith("```"))).hasSize(2);
        assertThat(markdown).contains(" : \"a ''' <img src=x> '''''b\"\n");
    }

    @Test
    void sql_with_a_fence_in_it_stays_inside_its_block() {
        String sql = "select '\n```\n# heading'";
        assertThat(new PrintedSql(sql).markdown()).isEqualTo("````sql\n" + sql + "\n````");
        assertThat(new SqlScript(List.of(sql)).markdown()).isEqualTo("````sql\n" + sql + ";\n````");
    }
}
