package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ormlab.dialect.Engine;
import ormlab.internal.lexer.SqlToken;
import ormlab.internal.lexer.SqlTokens;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Table;

/** The values that a check allows in a column, as SQL and in order; usually those of an enum. */
final class ListedValues {
    /** A longer list is not that of an enum. */
    private static final long MOST = 100;

    private ListedValues() {}

    /** Returns the values; empty if no check lists them. */
    static List<String> of(Table table, String column, Engine engine) {
        return table.checks().stream()
                .filter(check -> isAbout(check, table, column))
                .map(
                        check ->
                                of(
                                        SqlTokens.of(
                                                check.condition().sql(),
                                                engine.bracketsQuoteNames())))
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isAbout(CheckConstraint check, Table table, String column) {
        List<String> columns =
                table.columns().stream()
                        .map(Column::name)
                        .filter(name -> check.words().contains(name.toLowerCase(Locale.ROOT)))
                        .toList();
        return columns.equals(List.of(column));
    }

    private static List<String> of(List<SqlToken> tokens) {
        List<String> texts = ofKind(tokens, SqlToken.Kind.STRING);
        List<String> numbers = ofKind(tokens, SqlToken.Kind.NUMBER);
        if (has(tokens, "not") || !texts.isEmpty() && !numbers.isEmpty()) {
            return List.of();
        }
        // PostgreSQL writes "in" as "= any (array[…])", and "between" as ">= and <=".
        if (has(tokens, "in") || has(tokens, "any")) {
            return texts.isEmpty() ? numbers : texts;
        }
        boolean range = has(tokens, "between") || has(tokens, ">=") && has(tokens, "<=");
        return range && numbers.size() == 2
                ? range(numbers.get(0), numbers.get(1)).orElse(List.of())
                : List.of();
    }

    private static boolean has(List<SqlToken> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }

    private static List<String> ofKind(List<SqlToken> tokens, SqlToken.Kind kind) {
        return tokens.stream().filter(each -> each.kind() == kind).map(SqlToken::text).toList();
    }

    private static Optional<List<String>> range(String from, String to) {
        try {
            long first = Long.parseLong(from);
            long last = Long.parseLong(to);
            List<String> values = new ArrayList<>();
            for (long each = first; each <= last && values.size() <= MOST; each++) {
                values.add(Long.toString(each));
            }
            return values.size() > MOST ? Optional.empty() : Optional.of(values);
        } catch (NumberFormatException fraction) {
            return Optional.empty();
        }
    }
}
