package ormlab.migrate.postgres.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ormlab.migrate.compare.TypeChange.ChangedTypeValues;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.migrate.script.Transition;
import ormlab.schema.Column;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * The enumerations that PostgreSQL cannot change in place: it never removes a value from a type,
 * and cannot use a new value in the transaction that adds it.
 */
final class RecreatedTypes {
    private final Transition transition;
    private final List<ChangedTypeValues> changes;

    RecreatedTypes(Transition transition) {
        this.transition = transition;
        this.changes =
                transition.difference().others(ChangedTypeValues.class).stream()
                        .filter(change -> change.type().enumeration())
                        .filter(change -> !onlyAdds(change) || usesNewValue(change))
                        .toList();
    }

    boolean contains(ChangedTypeValues change) {
        return changes.contains(change);
    }

    /** Returns whether a column's type is created again under the same name. */
    boolean contains(Column column) {
        return changes.stream()
                .anyMatch(change -> column.type().equals(PostgresSql.quoted(change.type().name())));
    }

    /** Returns the name of the old type until it is dropped. */
    static TableName oldName(UserDefinedType type) {
        return new TableName(type.name().schema(), "old_" + type.name().name());
    }

    /** Returns whether the new values contain the old ones in the same order. */
    static boolean onlyAdds(ChangedTypeValues change) {
        List<String> before = change.before().values();
        List<String> kept = new ArrayList<>(change.type().values());
        kept.retainAll(before);
        return kept.equals(before) && !before.isEmpty();
    }

    /** Returns whether a default, a check or a fill uses one of the new values. */
    private boolean usesNewValue(ChangedTypeValues change) {
        String type = PostgresSql.quoted(change.type().name());
        List<String> come =
                change.type().values().stream()
                        .filter(value -> !change.before().values().contains(value))
                        .map(Identifiers::string)
                        .toList();
        return transition.after().tables().stream()
                .anyMatch(
                        table ->
                                table.columns().stream()
                                        .filter(each -> each.type().replace("[]", "").equals(type))
                                        .flatMap(column -> written(table, column))
                                        .anyMatch(sql -> come.stream().anyMatch(sql::contains)));
    }

    /** Returns all SQL that contains values of a column. */
    private Stream<String> written(Table table, Column column) {
        Stream<String> own =
                Stream.of(
                                column.defaultValue().map(value -> value.sql()),
                                transition.fills().value(table.name(), column),
                                transition.fills().converted(table.name(), column, column))
                        .flatMap(Optional::stream);
        return Stream.concat(own, table.checks().stream().map(check -> check.condition().sql()));
    }
}
