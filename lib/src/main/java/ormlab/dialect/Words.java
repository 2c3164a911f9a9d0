package ormlab.dialect;

import java.util.Optional;
import ormlab.error.Suggestion;

/** The sentences that both databases share. */
final class Words {
    private static final String FORGOTTEN =
            " Did you forget db.createAll(), or the upgrade() of your migrations?";

    private Words() {}

    static String noTable(String name, ModelFacts model) {
        String sentence = "Table '" + name + "' does not exist.";
        if (model.table(name).isPresent()) {
            return sentence + FORGOTTEN;
        }
        Optional<String> table = model.tableOfClass(name);
        if (table.isPresent()) {
            return sentence
                    + " That is the name of a class; its table is '"
                    + table.get()
                    + "', and SQL speaks of tables.";
        }
        return sentence
                + Suggestion.nearest(name, model.all().stream().map(TableFacts::name).toList())
                        .map(near -> " Did you mean '" + near + "'?")
                        .orElse(FORGOTTEN);
    }

    static String noColumn(String name, Optional<TableFacts> table) {
        String where = table.map(facts -> " in table '" + facts.name() + "'").orElse("");
        String sentence = "Column '" + name + "' does not exist" + where + ".";
        boolean inModel = table.map(facts -> facts.columns().contains(name)).orElse(false);
        if (inModel) {
            return sentence + " The model has it: the table is older than the class.";
        }
        return sentence + table.map(facts -> Suggestion.question(name, facts.columns())).orElse("");
    }

    static String locked(long waitedMillis) {
        String waited = waitedMillis < 0 ? "" : "; waited " + waitedMillis + " ms";
        return "The database is locked by another connection"
                + waited
                + ". Commit or roll back there, then try again.";
    }
}
