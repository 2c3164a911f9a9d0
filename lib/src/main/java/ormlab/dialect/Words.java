package ormlab.dialect;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The sentences that both databases share. */
final class Words {
    private Words() {}

    static String noTable(String name) {
        return "Table '" + name + "' does not exist. Did you forget db.createAll()?";
    }

    static String noColumn(String name, Optional<TableFacts> table) {
        String where = table.map(facts -> " in table '" + facts.name() + "'").orElse("");
        String sentence = "Column '" + name + "' does not exist" + where + ".";
        boolean inModel = table.map(facts -> facts.columns().contains(name)).orElse(false);
        if (inModel) {
            return sentence + " The model has it: the table is older than the class.";
        }
        return table.flatMap(facts -> nearest(name, facts.columns()))
                .map(near -> sentence + " Did you mean '" + near + "'?")
                .orElse(sentence);
    }

    static String locked(long waitedMillis) {
        String waited = waitedMillis < 0 ? "" : "; waited " + waitedMillis + " ms";
        return "The database is locked by another connection"
                + waited
                + ". Commit or roll back there, then try again.";
    }

    /** The known name that needs the fewest changes; empty if none is near. */
    static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(name, each)))
                .filter(each -> distance(name, each) <= Math.max(1, name.length() / 3));
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
