package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.TableDifference;
import ormlab.schema.Column;
import ormlab.schema.Column.Identity;
import ormlab.schema.TableName;

/** Changes the columns of one table of PostgreSQL in place. */
final class PostgresColumns {
    private final TableDifference table;
    private final TableName name;
    private final Fills fills;
    private final Casts casts;
    private final PostgresTypes types;
    private final PostgresComputed computed;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> drops = new ArrayList<>();
    private final List<Step> lessNumbering = new ArrayList<>();

    PostgresColumns(TableDifference table, Fills fills, Casts casts, PostgresTypes types) {
        this.table = table;
        this.name = table.after().name();
        this.fills = fills;
        this.casts = casts;
        this.types = types;
        this.computed = new PostgresComputed(table, retyped(table, types));
        steps.addAll(computed.early());
        for (Column column : table.after().columns()) {
            Optional<Column> was = table.before().column(column.name());
            boolean retyped =
                    table.changes().stream()
                            .anyMatch(
                                    c ->
                                            c instanceof Change.ChangedType t
                                                    && t.after().name().equals(column.name()));
            if (!retyped && was.filter(types::isMadeAnew).isPresent()) {
                retype(was.get(), column, "The type was made anew.");
            }
        }
        table.changes().forEach(this::change);
        steps.addAll(computed.late());
    }

    /** The columns whose type changes, or is made anew. */
    static List<String> retyped(TableDifference table, PostgresTypes types) {
        return table.after().columns().stream()
                .map(Column::name)
                .filter(
                        name ->
                                table.changes().stream().anyMatch(c -> retypes(c, name))
                                        || table.before()
                                                .column(name)
                                                .filter(types::isMadeAnew)
                                                .isPresent())
                .toList();
    }

    /** Tells whether a change gives a column another type, collation or expression. */
    static boolean retypes(Change change, String column) {
        return change instanceof Change.ChangedType type && type.after().name().equals(column)
                || change instanceof Change.ChangedCollation order
                        && order.after().name().equals(column)
                || change instanceof Change.ChangedGenerated computed
                        && computed.after().name().equals(column);
    }

    /** What changes; a value that a new column takes from an old one is still there. */
    List<Step> steps() {
        return steps;
    }

    /** The columns that go. */
    List<Step> drops() {
        return drops;
    }

    /** The numbering that goes; before anything else, for its sequences have names. */
    List<Step> lessNumbering() {
        return lessNumbering;
    }

    private void add(String comment, String sql) {
        steps.add(new Step(comment, sql));
    }

    private void alter(String comment, Column column, String action) {
        add(comment, PostgresSql.alterColumn(name, column.name(), action));
    }

    private void change(Change change) {
        if (PostgresComputed.seesTo(change)) {
            return;
        }
        String comment = Comments.of(change);
        if (change instanceof Change.AddedColumn added) {
            addColumn(added.column(), comment);
        } else if (change instanceof Change.RemovedColumn removed) {
            drops.add(new Step(comment, drop(removed.column())));
        } else if (change instanceof Change.ChangedType changed) {
            retypeUnlessComputed(changed.before(), changed.after(), comment);
        } else if (change instanceof Change.ChangedCollation changed) {
            retypeUnlessComputed(changed.before(), changed.after(), comment);
        } else if (change instanceof Change.ChangedNullability changed) {
            changeNullability(changed.after(), comment);
        } else if (change instanceof Change.ChangedDefault changed) {
            if (!isRetyped(changed.after()) && !types.isMadeAnew(changed.before())) {
                changeDefault(changed.after(), comment);
            }
        } else if (change instanceof Change.ChangedIdentity changed) {
            renumber(changed, comment);
        }
    }

    private String drop(Column column) {
        return PostgresSql.alter(name, "drop column " + PostgresSql.quoted(column.name()));
    }

    private boolean isRetyped(Column column) {
        return table.changes().stream()
                .anyMatch(
                        change ->
                                change instanceof Change.ChangedType type
                                        && type.after().name().equals(column.name()));
    }

    private void addColumn(Column column, String comment) {
        Optional<String> fill = fills.missing(table.after(), column);
        if (fill.isEmpty()) {
            add(
                    comment,
                    PostgresSql.alter(
                            name, "add column " + PostgresSql.column(column, !column.nullable())));
            return;
        }
        add(comment, PostgresSql.alter(name, "add column " + PostgresSql.column(column, false)));
        add("", update(column, fill.get()));
        if (!column.nullable()) {
            alter("", column, "set not null");
        }
    }

    private String update(Column column, String value) {
        String target = PostgresSql.quoted(name);
        String id = PostgresSql.quoted(column.name());
        Matcher number = StandIns.WINDOW.matcher(value);
        if (!number.find()) {
            return "update " + target + " set " + id + " = " + value;
        }
        String window = number.group();
        return "update "
                + target
                + " set "
                + id
                + " = "
                + number.replaceAll("numbered.number")
                + "\nfrom (select ctid as place, "
                + window
                + " as number from "
                + target
                + ") numbered\nwhere "
                + target
                + ".ctid = numbered.place";
    }

    private void retypeUnlessComputed(Column was, Column column, String comment) {
        if (!computed.isMadeAnew(column.name())) {
            retype(was, column, comment);
        }
    }

    /** A default must go for a moment: it may be no value of the new type. */
    private void retype(Column was, Column column, String comment) {
        String said = comment;
        if (was.defaultValue().isPresent()) {
            alter(said, column, "drop default");
            said = "";
        }
        String id = PostgresSql.quoted(column.name());
        String using =
                fills.converted(table.after(), was, column)
                        .orElseGet(
                                () ->
                                        types.isMadeAnew(was)
                                                ? id + "::text::" + column.type()
                                                : casts.using(id, was.type(), column.type()));
        String collation =
                column.collation().map(each -> " collate " + PostgresSql.quoted(each)).orElse("");
        alter(
                said,
                column,
                "type "
                        + column.typeSql()
                        + collation
                        + (using.isEmpty() ? "" : " using " + using));
        column.defaultValue().ifPresent(value -> alter("", column, "set default " + value.sql()));
    }

    private void changeNullability(Column column, String comment) {
        if (column.nullable()) {
            alter(comment, column, "drop not null");
            return;
        }
        String said = comment;
        Optional<String> instead = fills.instead(table.after(), column);
        if (instead.isPresent()) {
            add(
                    said,
                    update(column, instead.get())
                            + " where "
                            + PostgresSql.quoted(column.name())
                            + " is null");
            said = "";
        }
        alter(said, column, "set not null");
    }

    private void changeDefault(Column column, String comment) {
        alter(
                comment,
                column,
                column.defaultValue()
                        .map(value -> "set default " + value.sql())
                        .orElse("drop default"));
    }

    private void renumber(Change.ChangedIdentity change, String comment) {
        Column column = change.after();
        Identity was = change.before().identity();
        Optional<String> wanted = PostgresSql.identity(column.identity());
        String said = comment;
        if (was == Identity.SERIAL) {
            alter(said, column, "drop default");
            said = "";
        }
        if (wanted.isPresent() && PostgresSql.identity(was).isPresent()) {
            String how = column.identity() == Identity.ALWAYS ? "always" : "by default";
            alter(said, column, "set generated " + how);
        } else if (wanted.isPresent()) {
            if (!was.equals(Identity.SERIAL) && change.before().defaultValue().isPresent()) {
                alter(said, column, "drop default");
                said = "";
            }
            alter(said, column, "add " + wanted.get());
            steps.add(PostgresNumbering.behindRows(name, column.name()));
        } else if (PostgresSql.identity(was).isPresent()) {
            lessNumbering.add(
                    new Step(said, PostgresSql.alterColumn(name, column.name(), "drop identity")));
        }
    }
}
