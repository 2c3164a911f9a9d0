package ormlab.internal.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.picture.Html;

class SqlHtmlTest {
    /** Writes the marks in a short form: {@code k[select]}. */
    private static String marked(String sql) {
        return SqlHtml.of(sql)
                .replaceAll("<span class=\"(\\w)\">", "$1[")
                .replace("</span>", "]")
                .replace("<i>", "i[")
                .replace("</i>", "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            textBlock =
                    """
                    select u1_0.id from users u1_0 where u1_0.age>=? → k[select] u1_0.id k[from] users u1_0 k[where] u1_0.age&gt;=o[?]
                    SELECT NULL                                      → k[SELECT] k[NULL]
                    name='it''s' and note='a -- b'                   → name=s[&#39;it&#39;&#39;s&#39;] k[and] note=s[&#39;a -- b&#39;]
                    like ? escape '\\' limit 10                      → k[like] o[?] k[escape] s[&#39;\\&#39;] k[limit] m[10]
                    html='<b>&amp;</b>' or a<b                       → html=s[&#39;&lt;b&gt;&amp;amp;&lt;/b&gt;&#39;] k[or] a&lt;b
                    "select", `from`, "a""b"                         → &quot;select&quot;, `from`, &quot;a&quot;&quot;b&quot;
                    k1_0.key, k1_0.first, o.1                        → k1_0.key, k1_0.first, o.1
                    t1.c2, x'ff', 1.5e-3, 0x1F, u2                   → t1.c2, xs[&#39;ff&#39;], m[1.5e-3], m[0x1F], u2
                    ?::jsonb ?? 'a' and ? ??| ?                      → o[?]::jsonb ?? s[&#39;a&#39;] k[and] o[?] ??| o[?]
                    '1'::integer, $1                                 → s[&#39;1&#39;]::integer, $1
                    $$select ' ? $$ || $q$ $$ $q$                    → s[$$select &#39; ? $$] || s[$q$ $$ $q$]
                    E'it\\'s ?', 'fred'                              → s[E&#39;it\\&#39;s ?&#39;], s[&#39;fred&#39;]
                    values (?,?) /* for ? */ on conflict             → k[values] (o[?],o[?]) i[/* for ? */] k[on] k[conflict]
                    1 /* a /* 'b' */ c */ -- 2                       → m[1] i[/* a /* &#39;b&#39; */ c */ -- 2]
                    select 'never closed from                        → k[select] s[&#39;never closed from]
                    select /* never closed                           → k[select] i[/* never closed]
                    """)
    void marks_keywords_literals_placeholders_and_comments(String sql, String marks) {
        assertThat(marked(sql)).isEqualTo(marks);
    }

    @Test
    void a_comment_keeps_the_lines_around_it() {
        assertThat(marked("-- up\n\nalter table t\n  -- why\n  add c integer;"))
                .isEqualTo("i[-- up]\n\nk[alter] k[table] t\n  i[-- why]\n  k[add] c integer;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "'",
                "\"",
                "/*",
                "--",
                "$$",
                "$x$",
                "[",
                "a'b\"c--d/*e",
                "<i>&"
            })
    void marks_change_no_character_of_the_text(String sql) {
        assertThat(SqlHtml.of(sql).replaceAll("</?(?:i|span)(?: class=\"\\w\")?>", ""))
                .isEqualTo(Html.escape(sql));
    }

    @Test
    void comments_nested_thousands_deep_are_read() {
        String sql = "/*".repeat(100_000);
        assertThat(SqlHtml.of(sql)).isEqualTo(SqlHtml.comment(sql));
    }
}
