package ormlab.migrate.script;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.ColumnChange.ChangedType;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.Renames;
import ormlab.schema.Column;
import ormlab.schema.Column.Identity;
import ormlab.schema.TableName;

/**
 * The values that rows get in added or changed columns. Only you know them, so nothing is made up
 * in either direction.
 */
public abstract class Fills {
    private static final Pattern TEXT =
            Pattern.compile("(?:character varying|varchar|character|char)\\((\\d+)\\)");

    /** Returns the SQL for rows that have no value in a column, or a null that is not allowed. */
    public abstract Optional<String> value(TableName table, Column column);

    /** Returns the SQL that converts an old value; empty to leave that to the database. */
    public Optional<String> converted(TableName table, Column was, Column column) {
        return Optional.empty();
    }

    /** Returns the comment above an added column for which rows have no value; may be empty. */
    String missing(TableName table, Column column) {
        return "";
    }

    /** Returns whether existing rows need a value when the column is added. */
    static boolean needsValue(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && column.generated().isEmpty()
                && column.identity() == Identity.NONE;
    }

    /** Returns the values that were decided for the upgrade. */
    public static Fills ofUpgrade(Decisions decisions, Engine engine) {
        return new Fills() {
            @Override
            public Optional<String> value(TableName table, Column column) {
                return decisions.fillFor(table, column.name());
            }

            @Override
            public Optional<String> converted(TableName table, Column was, Column column) {
                return decisions
                        .conversionFor(table, column.name())
                        .or(() -> cut(table, was, column, decisions, engine));
            }
        };
    }

    /** Cuts text to its new length if you agreed to that. */
    private static Optional<String> cut(
            TableName table, Column was, Column column, Decisions decisions, Engine engine) {
        Matcher length = TEXT.matcher(column.type());
        boolean cuts =
                length.matches()
                        && (was.type().contains("char") || was.type().equals("text"))
                        && new ChangedType(table, was, column).destroysData()
                        && decisions.mayLose(table + "." + column.name());
        return cuts
                ? Optional.of(
                        "substr(%s, 1, %s)"
                                .formatted(engine.quoted(column.name()), length.group(1)))
                : Optional.empty();
    }

    /**
     * Returns the values that were decided for the downgrade, by the names after the upgrade.
     *
     * @param conversions the expressions for columns that get their old type back, by old names
     */
    static Fills ofDowngrade(Decisions decisions, Renames back, Map<String, String> conversions) {
        return new Fills() {
            @Override
            public Optional<String> value(TableName table, Column column) {
                return decisions.fillFor(back.before(table), back.before(table, column.name()));
            }

            @Override
            public Optional<String> converted(TableName table, Column was, Column column) {
                return Optional.ofNullable(conversions.get(table + "." + column.name()));
            }

            @Override
            String missing(TableName table, Column column) {
                return needsValue(column) && value(table, column).isEmpty()
                        ? """

                                It may not be null, and no value was named for existing rows: \
                                this fails while '%s' has any.
                                Add one here, or name it when you write the migration: \
                                fill("%s.%s", …)."""
                                .formatted(table, back.before(table), column.name())
                        : "";
            }
        };
    }
}
