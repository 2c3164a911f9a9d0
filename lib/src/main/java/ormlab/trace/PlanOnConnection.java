package ormlab.trace;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/** Reads the plan of a statement on the connection that is about to run it. */
final class PlanOnConnection {
    private static final Set<String> PLANNED = Set.of("select", "with", "update", "delete");
    private static final Pattern SELECT = Pattern.compile("\\bselect\\b", Pattern.CASE_INSENSITIVE);

    private PlanOnConnection() {}

    /** Returns a plan; without steps, it says why the database has none. */
    static Plan read(
            PlanReader plans, Statement sent, String sql, List<ParameterSetOperation> binds) {
        String verb = SqlText.firstWord(sql);
        if (!PLANNED.contains(verb) && !(verb.equals("insert") && SELECT.matcher(sql).find())) {
            String subject = verb.isEmpty() ? "This statement" : verb.toUpperCase(Locale.ROOT);
            return new Plan(sql, List.of(), subject + " searches no rows, so it has no plan.");
        }
        try {
            return plans.plan(
                    sent.getConnection(), sql, Binds.of(binds), Tracer.records(Detail.ACTUAL_ROWS));
        } catch (SQLException refused) {
            String why = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
            return new Plan(sql, List.of(), "The database returned no plan: " + why);
        }
    }
}
