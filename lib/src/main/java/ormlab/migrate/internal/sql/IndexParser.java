package ormlab.migrate.internal.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ormlab.dialect.Engine;
import ormlab.internal.lexer.SqlToken;
import ormlab.internal.lexer.SqlTokens;
import ormlab.schema.Index;
import ormlab.schema.SqlFragment;

/** Reads a {@code create index} statement. */
public final class IndexParser {
    private IndexParser() {}

    public static Index parse(String sql, Engine engine) {
        List<SqlToken> tokens = SqlTokens.of(sql, engine.bracketsQuoteNames());
        boolean unique = tokens.size() > 1 && tokens.get(1).is("unique");
        String name = TableParser.nameAfter(sql, "index", engine).name();
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).is("(")) {
            open++;
        }
        int close = SqlTokens.closing(tokens, open);
        List<String> columns = new ArrayList<>();
        List<SqlToken> kept = new ArrayList<>();
        int start = open + 1;
        int depth = 0;
        for (int i = open; i <= close; i++) {
            SqlToken token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean ends = i == close || (depth == 1 && token.is(","));
            if (ends) {
                columns.add(sql.substring(tokens.get(start).start(), tokens.get(i - 1).end()));
                start = i + 1;
            }
            // Ascending is the default order of an index.
            if (!(depth == 1 && token.is("asc"))) {
                kept.add(token);
            }
        }
        kept.addAll(tokens.subList(close + 1, tokens.size()));
        Set<String> words = new LinkedHashSet<>();
        kept.stream().filter(SqlToken::isName).forEach(token -> words.add(token.canonical()));
        String text = sql.substring(tokens.get(open).start());
        String canonical = (unique ? "unique " : "") + SqlTokens.canonical(kept);
        return new Index(name, unique, columns, new SqlFragment(text, canonical), words);
    }

    /** Returns the columns of an index; empty if it has expressions, conditions or collations. */
    public static Optional<List<String>> columns(Index index, Engine engine) {
        List<SqlToken> tokens =
                new ArrayList<>(
                        SqlTokens.of(index.definition().sql(), engine.bracketsQuoteNames()));
        tokens.removeIf(token -> token.is("asc") || token.is("desc"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            String expected = i == 0 ? "(" : i == tokens.size() - 1 ? ")" : ",";
            boolean fits =
                    i % 2 == 1 && i < tokens.size() - 1 ? token.isName() : token.is(expected);
            if (!fits) {
                return Optional.empty();
            }
            if (token.isName()) {
                names.add(token.name(engine::unquotedName));
            }
        }
        return Optional.of(names);
    }
}
