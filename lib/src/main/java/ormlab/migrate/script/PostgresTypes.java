package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.found.FoundColumn;
import ormlab.migrate.found.FoundType;
import ormlab.migrate.found.Identifiers;
import ormlab.migrate.found.TableName;

/** Changes the types that were made in PostgreSQL. */
final class PostgresTypes {
    private final SchemaDifference difference;

    PostgresTypes(SchemaDifference difference) {
        this.difference = difference;
    }

    void create(List<Step> steps) {
        for (Change change : difference.others()) {
            if (change instanceof Change.AddedType added) {
                String comment = Comments.of(change);
                for (String sql : added.type().createSql()) {
                    steps.add(new Step(comment, sql));
                    comment = "";
                }
            } else if (change instanceof Change.ChangedTypeValues changed) {
                change(changed, steps);
            }
        }
    }

    private static void change(Change.ChangedTypeValues changed, List<Step> steps) {
        String name = PostgresSql.quoted(changed.after().name());
        if (!changed.after().enumeration()) {
            changeFields(changed, name, steps);
        } else if (onlyAdds(changed)) {
            String before = "";
            for (String value : changed.after().values()) {
                if (!changed.before().values().contains(value)) {
                    String place =
                            before.isEmpty()
                                    ? " before "
                                            + Identifiers.string(changed.before().values().get(0))
                                    : " after " + Identifiers.string(before);
                    steps.add(
                            new Step(
                                    Comments.of(changed),
                                    "alter type "
                                            + name
                                            + " add value "
                                            + Identifiers.string(value)
                                            + place));
                }
                before = value;
            }
        } else {
            steps.add(
                    new Step(
                            Comments.of(changed)
                                    + "\nPostgreSQL takes no value out of a type, so it is made"
                                    + " anew.",
                            "alter type "
                                    + name
                                    + " rename to "
                                    + PostgresSql.quoted(oldName(changed.before()).name())));
            changed.after().createSql().forEach(sql -> steps.add(new Step("", sql)));
        }
    }

    private static void changeFields(
            Change.ChangedTypeValues changed, String name, List<Step> steps) {
        List<String> before = changed.before().values();
        List<String> after = changed.after().values();
        for (String field : before) {
            if (!after.contains(field)) {
                steps.add(
                        new Step(
                                Comments.of(changed),
                                "alter type "
                                        + name
                                        + " drop attribute "
                                        + field.split(" ", 2)[0]
                                        + " cascade"));
            }
        }
        for (String field : after) {
            if (!before.contains(field)) {
                steps.add(
                        new Step(
                                Comments.of(changed),
                                "alter type " + name + " add attribute " + field + " cascade"));
            }
        }
    }

    /** The old values stand in the same order among the new. */
    private static boolean onlyAdds(Change.ChangedTypeValues changed) {
        List<String> kept = new ArrayList<>(changed.after().values());
        kept.retainAll(changed.before().values());
        return kept.equals(changed.before().values()) && !changed.before().values().isEmpty();
    }

    private static TableName oldName(FoundType type) {
        return new TableName(type.name().schema(), "old_" + type.name().name());
    }

    /** Whether the column's type is made anew under the same name. */
    boolean isMadeAnew(FoundColumn column) {
        return madeAnew(column).isPresent();
    }

    private Optional<FoundType> madeAnew(FoundColumn column) {
        return difference.others().stream()
                .filter(change -> change instanceof Change.ChangedTypeValues)
                .map(change -> (Change.ChangedTypeValues) change)
                .filter(change -> change.after().enumeration() && !onlyAdds(change))
                .filter(change -> column.type().equals(PostgresSql.quoted(change.after().name())))
                .map(Change.ChangedTypeValues::before)
                .findFirst();
    }

    void drop(List<Step> steps) {
        for (Change change : difference.others()) {
            if (change instanceof Change.RemovedType removed) {
                String comment = Comments.of(change);
                for (String sql : removed.type().dropSql()) {
                    steps.add(new Step(comment, sql));
                    comment = "";
                }
            } else if (change instanceof Change.ChangedTypeValues changed
                    && changed.after().enumeration()
                    && !onlyAdds(changed)) {
                String name = PostgresSql.quoted(changed.before().name());
                String old = PostgresSql.quoted(oldName(changed.before()));
                for (String sql : changed.before().dropSql()) {
                    steps.add(
                            new Step(
                                    "",
                                    sql.replaceAll(
                                            "(?<![\\w.\"])"
                                                    + java.util.regex.Pattern.quote(name)
                                                    + "(?![\\w\"])",
                                            java.util.regex.Matcher.quoteReplacement(old))));
                }
            }
        }
    }
}
