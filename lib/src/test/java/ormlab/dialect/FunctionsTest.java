package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Each function returns the same on both databases. */
class FunctionsTest {
    private MappedModel model(TestDatabase database) {
        MappedModel model = database.create(Thing.class);
        Thing.stored(
                model,
                thing -> {
                    thing.text = "Ada Lovelace";
                    thing.whole = 17;
                    thing.flag = true;
                    thing.price = new BigDecimal("10.50");
                    thing.real = 2.5;
                });
        return model;
    }

    @OnSqliteAndPostgres
    void texts(TestDatabase database) {
        try (MappedModel model = model(database)) {
            Object[][] cases = {
                {"upper(text)", "ADA LOVELACE"},
                {"length(text)", 12},
                {"substring(text, 5, 4)", "Love"},
                {"left(text, 3)", "Ada"},
                {"right(text, 4)", "lace"},
                {"locate('a', text)", 3},
                {"locate('a', text, 4)", 10},
                {"position('Love' in text)", 5},
                {"replace(text, 'Ada', 'A.')", "A. Lovelace"},
                {"trim('  x ')", "x"},
                {"lpad('7', 3, '0')", "007"},
                {"rpad('7', 3, '.')", "7.."},
                {"text || '!'", "Ada Lovelace!"},
                {"concat(text, '-', cast(whole as String))", "Ada Lovelace-17"},
                {"cast(flag as String)", "true"},
                {"str(time 12:13:10)", "12:13:10"},
                {"cast('ABCDEF' as String(3))", "ABC"},
                {"cast(whole as String(9))", "17"},
                {"cast('ABCDEF' as Character)", 'A'},
                {"coalesce(longText, 'none')", "none"},
                {"repeat('ab', 3)", "ababab"},
                {"overlay(text placing 'Eve' from 1 for 3)", "Eve Lovelace"},
                {"listagg(text, ', ')", "Ada Lovelace"},
                {"bit_length('é')", 16},
                {"octet_length('é')", 2},
                {"ascii('A')", 65},
            };
            for (Object[] each : cases) {
                assertThat(model.askOne(Object.class, "select " + each[0] + " from Thing"))
                        .as((String) each[0])
                        .isEqualTo(each[1]);
            }
        }
    }

    @Test
    void json_mergepatch_merges_documents_on_sqlite() {
        try (MappedModel model = model(TestDatabase.SQLITE)) {
            Object[][] cases = {
                {"json_mergepatch('{\"a\":1}', '{\"b\":2}')", "{\"a\":1,\"b\":2}"},
                {
                    "json_mergepatch('{\"a\":{\"x\":1}}', '{\"a\":{\"x\":null,\"y\":2}}')",
                    "{\"a\":{\"y\":2}}"
                },
                {"json_mergepatch('{\"a\":1}', '{\"b\":2}', '{\"a\":3}')", "{\"a\":3,\"b\":2}"},
            };
            for (Object[] each : cases) {
                assertThat(model.askOne(Object.class, "select " + each[0] + " from Thing"))
                        .as((String) each[0])
                        .isEqualTo(each[1]);
            }
        }
    }

    @OnSqliteAndPostgres
    void numbers(TestDatabase database) {
        try (MappedModel model = model(database)) {
            Object[][] cases = {
                {"whole / 5", 3},
                {"mod(whole, 5)", 2},
                {"abs(-whole)", 17},
                {"round(real * 1.013, 2)", 2.53},
                {"floor(real)", 2.0},
                {"ceiling(real)", 3.0},
                {"power(whole, 2)", 289.0},
                {"sqrt(16.0)", 4.0},
                {"greatest(whole, 20)", 20},
                {"avg(whole)", 17.0},
                {"count(distinct whole)", 1L},
                {"truncate(real * 1.01, 1)", 2.5},
                {"sign(-whole)", -1},
                {"bitand(whole, 24)", 16},
                {"bitor(whole, 24)", 25},
                {"bitxor(whole, 24)", 9},
                {"bitxor(-1, whole)", -18},
                {"bitnot(whole)", -18},
            };
            for (Object[] each : cases) {
                Object answer = model.askOne(Object.class, "select " + each[0] + " from Thing");
                if (each[1] instanceof Double expected) {
                    assertThat(((Number) answer).doubleValue())
                            .as((String) each[0])
                            .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-9));
                } else {
                    assertThat(answer).as((String) each[0]).isEqualTo(each[1]);
                }
            }
        }
    }

    @OnSqliteAndPostgres
    void like_patterns(TestDatabase database) {
        try (MappedModel model = model(database)) {
            Object[][] cases = {
                {"text like 'Ada%'", 1},
                {"text like 'ada%'", 0},
                {"text ilike 'ada%'", 1},
                {"text not like '%x%'", 1},
                {"text like 'Ada_Lovelace'", 1},
                {"text like 'Ada!_%' escape '!'", 0},
                {"lower(text) = 'ada lovelace'", 1},
                {"text in ('x', 'Ada Lovelace')", 1},
                {"flag", 1},
                {"not flag", 0},
                {"flag is true", 1},
                {"price between 10.49 and 10.51", 1},
                {"text is not null and longText is null", 1},
                {"whole is distinct from 17", 0},
                {"longText is distinct from 'x'", 1},
            };
            for (Object[] each : cases) {
                assertThat(model.ask(Long.class, "select id from Thing where " + each[0]))
                        .as((String) each[0])
                        .hasSize((Integer) each[1]);
            }
        }
    }
}
