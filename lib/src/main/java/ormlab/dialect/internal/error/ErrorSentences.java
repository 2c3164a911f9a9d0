package ormlab.dialect.internal.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.internal.model.ModelFacts;
import ormlab.error.Suggestion;
import ormlab.internal.text.Shortened;
import ormlab.schema.Table;

/** The messages that all databases share. */
public final class ErrorSentences {
    private static final String FORGOTTEN =
            " Did you forget db.createAll(), or the upgrade() of your migrations?";

    private static final int LONGEST_SQL = 2_000;

    private ErrorSentences() {}

    /** Returns a statement, cut off if it is very long. */
    public static @Nullable String cut(@Nullable String sql) {
        return sql == null || sql.length() <= LONGEST_SQL
                ? sql
                : Shortened.beginning(sql, LONGEST_SQL) + "… (" + sql.length() + " characters)";
    }

    /** Returns the message for a missing table, with the name that was probably meant. */
    public static String noTable(String name, ModelFacts model) {
        String sentence = "Table '" + name + "' does not exist.";
        if (model.table(name).isPresent()) {
            return sentence + FORGOTTEN;
        }
        Optional<String> meant = model.tableOfClass(name);
        if (meant.isPresent()) {
            return sentence
                    + " That is the name of a class; its table is '"
                    + meant.get()
                    + "'. Use the table's name in SQL.";
        }
        return sentence
                + Suggestion.nearest(
                                name,
                                model.all().stream().map(table -> table.name().name()).toList())
                        .map(near -> " Did you mean '" + near + "'?")
                        .orElse(FORGOTTEN);
    }

    /**
     * Returns the message for a missing column, with the name that was probably meant.
     *
     * @param sql the statement; null if it is unknown
     */
    public static String noColumn(String name, @Nullable String sql, ModelFacts model) {
        List<String> tables = WriteStatement.tablesIn(sql);
        Optional<Table> table = tables.size() == 1 ? model.table(tables.get(0)) : Optional.empty();
        String where = table.map(facts -> " in table '" + facts.name().name() + "'").orElse("");
        String sentence = "Column '" + name + "' does not exist" + where + ".";
        boolean inModel = table.map(facts -> facts.columnNames().contains(name)).orElse(false);
        if (inModel) {
            return sentence + " The model has it: the table is older than the class.";
        }
        return sentence
                + table.map(facts -> Suggestion.question(name, facts.columnNames())).orElse("");
    }

    /**
     * Returns the message for a lock that another connection holds.
     *
     * @param waitedMillis how long the statement waited; negative if unknown
     */
    public static String locked(long waitedMillis) {
        String waited = waitedMillis < 0 ? "" : "; waited " + waitedMillis + " ms";
        return "The database is locked by another connection"
                + waited
                + ". Commit or roll back there, then try again.";
    }
}
