package ormlab.migrate.postgres;

import java.util.List;
import java.util.Map;
import ormlab.migrate.internal.sql.SqlToken;
import ormlab.migrate.internal.sql.SqlTokens;

/** Changes names in SQL text of PostgreSQL. */
final class PostgresText {
    private PostgresText() {}

    /**
     * Puts other names into an expression of PostgreSQL.
     *
     * @param sql the expression; not null
     * @param names the new name of each old one; not null
     * @return the expression with the new names; those of functions and types stay
     */
    static String renamed(String sql, Map<String, String> names) {
        StringBuilder text = new StringBuilder();
        List<SqlToken> tokens = SqlTokens.of(sql, PostgresMigrations.ENGINE);
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            String other = token.isName() ? names.get(token.name(PostgresMigrations.ENGINE)) : null;
            boolean type = i > 0 && tokens.get(i - 1).is("::");
            boolean function =
                    i + 1 < tokens.size()
                            && tokens.get(i + 1).is("(")
                            && token.kind() == SqlToken.Kind.WORD;
            if (other != null && !type && !function) {
                text.append(sql, copied, token.start())
                        .append(PostgresMigrations.ENGINE.quoted(other));
                copied = token.end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    /**
     * Puts other schemas before the names of a statement of PostgreSQL.
     *
     * @param sql the statement; not null
     * @param schemas the other schema of each; not null
     */
    static String inSchemas(String sql, Map<String, String> schemas) {
        StringBuilder text = new StringBuilder();
        List<SqlToken> tokens = SqlTokens.of(sql, PostgresMigrations.ENGINE);
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean first = i == 0 || !tokens.get(i - 1).is(".");
            boolean qualifies = i + 1 < tokens.size() && tokens.get(i + 1).is(".");
            String other =
                    token.isName() && first && qualifies
                            ? schemas.get(token.name(PostgresMigrations.ENGINE))
                            : null;
            if (other != null || token.kind() == SqlToken.Kind.STRING) {
                text.append(sql, copied, token.start())
                        .append(
                                other == null
                                        ? stringInSchemas(token.text(), schemas)
                                        : PostgresMigrations.ENGINE.quoted(other));
                copied = token.end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    /** Strings name sequences and tables, as in {@code nextval('audit.entries_id_seq')}. */
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
