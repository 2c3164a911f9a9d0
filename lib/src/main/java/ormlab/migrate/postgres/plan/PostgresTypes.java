package ormlab.migrate.postgres.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.migrate.compare.TypeChange.AddedType;
import ormlab.migrate.compare.TypeChange.ChangedTypeValues;
import ormlab.migrate.compare.TypeChange.RemovedType;
import ormlab.migrate.internal.sql.Identifiers;

/** Plans the types that models define: enumerations and composite types. */
final class PostgresTypes {
    private final PlanContext plan;

    PostgresTypes(PlanContext plan) {
        this.plan = plan;
    }

    void plan() {
        plan.difference()
                .others(AddedType.class)
                .forEach(
                        added -> addAll(Phase.TYPE, plan.comment(added), added.type().createSql()));
        plan.difference().others(ChangedTypeValues.class).forEach(this::change);
        plan.difference()
                .others(RemovedType.class)
                .forEach(gone -> addAll(Phase.OLD_TYPE, plan.comment(gone), gone.type().dropSql()));
    }

    private void addAll(Phase phase, String comment, List<String> statements) {
        for (int i = 0; i < statements.size(); i++) {
            plan.add(phase, i == 0 ? comment : "", statements.get(i));
        }
    }

    private void change(ChangedTypeValues change) {
        if (!change.type().enumeration()) {
            changeFields(change);
        } else if (plan.recreatedTypes().contains(change)) {
            recreate(change);
        } else {
            addValues(change);
        }
    }

    private void alter(ChangedTypeValues change, String action) {
        String name = PostgresSql.quoted(change.type().name());
        plan.add(Phase.TYPE, change, "alter type " + name + " " + action);
    }

    private void changeFields(ChangedTypeValues change) {
        List<String> before = change.before().values();
        List<String> after = change.type().values();
        before.stream()
                .filter(field -> !after.contains(field))
                .map(field -> field.split(" ", 2)[0])
                .forEach(field -> alter(change, "drop attribute " + field + " cascade"));
        after.stream()
                .filter(field -> !before.contains(field))
                .forEach(field -> alter(change, "add attribute " + field + " cascade"));
    }

    private void addValues(ChangedTypeValues change) {
        List<String> before = change.before().values();
        String place = " before " + Identifiers.string(before.get(0));
        for (String value : change.type().values()) {
            if (!before.contains(value)) {
                alter(change, "add value " + Identifiers.string(value) + place);
            }
            place = " after " + Identifiers.string(value);
        }
    }

    private void recreate(ChangedTypeValues change) {
        String name = PostgresSql.quoted(change.before().name());
        String old = PostgresSql.quoted(RecreatedTypes.oldName(change.before()));
        plan.add(
                Phase.TYPE,
                plan.comment(change)
                        + (RecreatedTypes.onlyAdds(change)
                                ? "\nPostgreSQL cannot use a value in the transaction that adds"
                                        + " it, so the type is created again."
                                : "\nPostgreSQL cannot remove a value from a type, so it is"
                                        + " created again."),
                "alter type "
                        + name
                        + " rename to "
                        + PostgresSql.quoted(RecreatedTypes.oldName(change.before()).name()));
        change.type().createSql().forEach(sql -> plan.add(Phase.TYPE, "", sql));
        Pattern word = Pattern.compile("(?<![\\w.\"])" + Pattern.quote(name) + "(?![\\w\"])");
        for (String sql : change.before().dropSql()) {
            String drop = word.matcher(sql).replaceAll(Matcher.quoteReplacement(old));
            plan.add(Phase.OLD_TYPE, "", drop);
        }
    }
}
