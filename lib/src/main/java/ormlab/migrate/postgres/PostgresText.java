package ormlab.migrate.postgres;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ormlab.internal.lexer.SqlToken;
import ormlab.internal.lexer.SqlTokens;

/** Changes names in PostgreSQL's SQL. */
final class PostgresText {
    private PostgresText() {}

    /** Returns an expression with other names, except those of functions and types. */
    static String renamed(String sql, Map<String, String> names) {
        return replaced(
                sql,
                (tokens, i) -> {
                    SqlToken token = tokens.get(i);
                    boolean type = i > 0 && tokens.get(i - 1).is("::");
                    boolean function =
                            i + 1 < tokens.size()
                                    && tokens.get(i + 1).is("(")
                                    && token.kind() == SqlToken.Kind.WORD;
                    return type || function ? Optional.empty() : other(token, names);
                });
    }

    /** Returns a statement with other schemas in its names. */
    static String inSchemas(String sql, Map<String, String> schemas) {
        return replaced(
                sql,
                (tokens, i) -> {
                    SqlToken token = tokens.get(i);
                    boolean first = i == 0 || !tokens.get(i - 1).is(".");
                    boolean qualifies = i + 1 < tokens.size() && tokens.get(i + 1).is(".");
                    if (token.kind() == SqlToken.Kind.STRING) {
                        return Optional.of(stringInSchemas(token.text(), schemas));
                    }
                    return first && qualifies ? other(token, schemas) : Optional.empty();
                });
    }

    private static Optional<String> other(SqlToken token, Map<String, String> names) {
        return Optional.of(token)
                .filter(SqlToken::isName)
                .map(each -> names.get(each.name(PostgresMigrations.ENGINE::unquotedName)))
                .map(PostgresMigrations.ENGINE::quoted);
    }

    private interface Replacement {
        Optional<String> of(List<SqlToken> tokens, int i);
    }

    private static String replaced(String sql, Replacement replacement) {
        StringBuilder text = new StringBuilder();
        List<SqlToken> tokens = SqlTokens.of(sql, PostgresMigrations.ENGINE.bracketsQuoteNames());
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<String> other = replacement.of(tokens, i);
            if (other.isPresent()) {
                text.append(sql, copied, tokens.get(i).start()).append(other.get());
                copied = tokens.get(i).end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    /**
     * Also changes strings that name sequences and tables, as in {@code
     * nextval('audit.entries_id_seq')}.
     */
    private static String stringInSchemas(String string, Map<String, String> schemas) {
        for (Map.Entry<String, String> each : schemas.entrySet()) {
            String schema = "'" + PostgresMigrations.ENGINE.quoted(each.getKey()) + ".";
            if (string.startsWith(schema)) {
                String other = PostgresMigrations.ENGINE.quoted(each.getValue());
                return "'" + other + "." + string.substring(schema.length());
            }
        }
        return string;
    }
}
