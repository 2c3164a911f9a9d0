package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.engine.UserDefinedType;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/** Changes the types that were made in PostgreSQL. */
final class PostgresTypes {
    private final SchemaDifference difference;
    private final DatabaseSchema after;
    private final Fills fills;
    private final Map<Change.ChangedTypeValues, Boolean> madeAnew = new HashMap<>();

    PostgresTypes(SchemaDifference difference, DatabaseSchema after, Fills fills) {
        this.difference = difference;
        this.after = after;
        this.fills = fills;
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

    private void change(Change.ChangedTypeValues changed, List<Step> steps) {
        String name = PostgresSql.quoted(changed.after().name());
        if (!changed.after().enumeration()) {
            changeFields(changed, name, steps);
        } else if (!isMadeAnew(changed)) {
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
                                    + (onlyAdds(changed)
                                            ? "\nPostgreSQL uses no value in the transaction that"
                                                    + " adds it, so the type is made anew."
                                            : "\nPostgreSQL takes no value out of a type, so it is"
                                                    + " made anew."),
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

    private boolean isMadeAnew(Change.ChangedTypeValues changed) {
        return changed.after().enumeration()
                && madeAnew.computeIfAbsent(changed, each -> !onlyAdds(each) || usesNewValue(each));
    }

    /** Whether a default, a check or a filled-in value is one of those that come. */
    private boolean usesNewValue(Change.ChangedTypeValues changed) {
        String type = PostgresSql.quoted(changed.after().name());
        List<String> come =
                changed.after().values().stream()
                        .filter(value -> !changed.before().values().contains(value))
                        .map(Identifiers::string)
                        .toList();
        for (Table table : after.tables()) {
            for (Column column : table.columns()) {
                if (column.type().replace("[]", "").equals(type)) {
                    Stream<String> written = written(table, column);
                    if (written.anyMatch(sql -> come.stream().anyMatch(sql::contains))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** All SQL that speaks of a column's values. */
    private Stream<String> written(Table table, Column column) {
        List<String> sql = new ArrayList<>();
        column.defaultValue().ifPresent(value -> sql.add(value.sql()));
        table.checks().forEach(check -> sql.add(check.condition().sql()));
        fills.missing(table, column).ifPresent(sql::add);
        fills.instead(table, column).ifPresent(sql::add);
        fills.converted(table, column, column).ifPresent(sql::add);
        return sql.stream();
    }

    private static TableName oldName(UserDefinedType type) {
        return new TableName(type.name().schema(), "old_" + type.name().name());
    }

    /** Whether the column's type is made anew under the same name. */
    boolean isMadeAnew(Column column) {
        return madeAnew(column).isPresent();
    }

    private Optional<UserDefinedType> madeAnew(Column column) {
        return difference.others().stream()
                .filter(change -> change instanceof Change.ChangedTypeValues)
                .map(change -> (Change.ChangedTypeValues) change)
                .filter(change -> isMadeAnew(change))
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
            } else if (change instanceof Change.ChangedTypeValues changed && isMadeAnew(changed)) {
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
