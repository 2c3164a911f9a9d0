package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ormlab.migrate.found.FoundCheck;
import ormlab.migrate.found.FoundColumn;
import ormlab.migrate.found.FoundIndex;
import ormlab.migrate.found.FoundKey;
import ormlab.migrate.found.FoundReference;
import ormlab.migrate.found.FoundSchema;
import ormlab.migrate.found.FoundTable;
import ormlab.migrate.found.FoundType;
import ormlab.migrate.found.Identifiers;

/**
 * Finds a value for a column that comes back in a downgrade, whose values the upgrade destroyed.
 *
 * <p>Without one, a table with rows could not be led back at all.
 */
final class StandIns implements Fills {
    /** Stands for a number of the row's own; on PostgreSQL the update puts it in. */
    static final String NUMBER = "row_number";

    private static final Pattern LISTED = Pattern.compile("'(?:[^']|'')*'");

    private final boolean sqlite;
    private final FoundSchema before;
    private final FoundSchema after;

    /**
     * Makes stand-ins.
     *
     * @param before what stands before the way back, under the names to be
     * @param after what stands after it
     */
    StandIns(FoundSchema before, FoundSchema after) {
        this.sqlite = before.sqlite();
        this.before = before;
        this.after = after;
    }

    @Override
    public Optional<String> missing(FoundTable table, FoundColumn column) {
        boolean needed =
                !column.nullable()
                        && column.defaultValue().isEmpty()
                        && column.generated().isEmpty()
                        && column.identity() == FoundColumn.Identity.NONE;
        return needed ? Optional.of(standIn(table, column)) : Optional.empty();
    }

    /** Nulls that came after the upgrade must be seen to by a person. */
    @Override
    public Optional<String> instead(FoundTable table, FoundColumn column) {
        return Optional.empty();
    }

    @Override
    public Optional<String> converted(FoundTable table, FoundColumn was, FoundColumn column) {
        return Optional.empty();
    }

    private String standIn(FoundTable table, FoundColumn column) {
        Optional<FoundReference> reference =
                table.references().stream()
                        .filter(each -> each.columns().contains(column.name()))
                        .findFirst();
        if (reference.isPresent()) {
            return referred(table, column, reference.get());
        }
        return firstOf(column)
                .or(() -> listed(table, column))
                .orElseGet(() -> value(column, isAlone(table, column)));
    }

    /** Something that is there: over several columns, all of one row. */
    private String referred(FoundTable table, FoundColumn column, FoundReference to) {
        String wanted = quoted(to.targetColumns().get(to.columns().indexOf(column.name())));
        String target = Identifiers.quoted(to.target(), sqlite);
        List<String> known = new ArrayList<>();
        for (int i = 0; i < to.columns().size(); i++) {
            String here = to.columns().get(i);
            if (before.table(table.name()).flatMap(was -> was.column(here)).isPresent()) {
                known.add(
                        "other."
                                + quoted(to.targetColumns().get(i))
                                + " = "
                                + Identifiers.quoted(table.name(), sqlite)
                                + "."
                                + quoted(here));
            }
        }
        String order =
                to.targetColumns().stream().map(this::quoted).collect(Collectors.joining(", "));
        if (to.columns().size() == 1) {
            return "(select min(" + wanted + ") from " + target + ")";
        }
        return known.isEmpty()
                ? "(select " + wanted + " from " + target + " order by " + order + " limit 1)"
                : "(select min(other."
                        + wanted
                        + ") from "
                        + target
                        + " other where "
                        + String.join(" and ", known)
                        + ")";
    }

    /** The first value of an enumeration of PostgreSQL's. */
    private Optional<String> firstOf(FoundColumn column) {
        return after.types().stream()
                .filter(FoundType::enumeration)
                .filter(type -> Identifiers.quoted(type.name(), sqlite).equals(column.type()))
                .map(type -> Identifiers.string(type.values().get(0)))
                .findFirst();
    }

    private String quoted(String column) {
        return Identifiers.quoted(column, sqlite);
    }

    /** Whether the column alone has to tell rows apart. */
    private static boolean isAlone(FoundTable table, FoundColumn column) {
        List<String> id = table.primaryKey().map(FoundKey::columns).orElse(List.of());
        List<List<String>> keys = new ArrayList<>();
        table.uniques().forEach(key -> keys.add(key.columns()));
        table.indexes().stream()
                .filter(FoundIndex::unique)
                .forEach(index -> keys.add(index.columns()));
        keys.removeIf(key -> !id.isEmpty() && key.containsAll(id));
        keys.add(id);
        return keys.stream().anyMatch(key -> key.contains(column.name()));
    }

    private String value(FoundColumn column, boolean unique) {
        String number = sqlite ? "rowid" : NUMBER;
        String type = column.type();
        if (type.startsWith("bool")) {
            return "false";
        }
        if (type.startsWith("date")) {
            return "'1970-01-01'";
        }
        if (type.startsWith("time") && !type.startsWith("timestamp")) {
            return "'00:00:00'";
        }
        if (type.startsWith("timestamp")) {
            return "'1970-01-01 00:00:00'";
        }
        if (type.equals("uuid")) {
            return "gen_random_uuid()";
        }
        if (type.startsWith("json")) {
            return "'{}'";
        }
        if (type.startsWith("blob") || type.equals("bytea")) {
            return sqlite ? "x''" : "''::bytea";
        }
        if (type.startsWith("interval")) {
            return "'0'::interval";
        }
        if (isText(type)) {
            return unique ? "cast(" + number + " as text)" : "''";
        }
        return unique ? number : "0";
    }

    private static boolean isText(String type) {
        return type.contains("char") || type.contains("text") || type.startsWith("clob");
    }

    /** The first value of a check such as {@code status in ('DRAFT', 'PUBLISHED')}. */
    private static Optional<String> listed(FoundTable table, FoundColumn column) {
        for (FoundCheck check : table.checks()) {
            if (check.words().contains(column.name().toLowerCase(Locale.ROOT))) {
                String condition = check.condition().sql();
                boolean list = condition.contains(" in (") || condition.contains("= ANY");
                Matcher value = LISTED.matcher(condition);
                if (list && value.find()) {
                    return Optional.of(value.group());
                }
            }
        }
        return Optional.empty();
    }
}
