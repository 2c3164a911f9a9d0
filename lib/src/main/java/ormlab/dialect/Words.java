package ormlab.dialect;

import java.util.Optional;
import ormlab.error.Suggestion;

/** The sentences that both databases share. */
final class Words {
    private Words() {}

    static String noTable(String name) {
        return "Table '"
                + name
                + "' does not exist. Did you forget db.createAll(), or the"
                + " upgrade() of your migrations?";
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
