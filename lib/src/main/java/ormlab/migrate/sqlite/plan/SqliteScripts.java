package ormlab.migrate.sqlite.plan;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import ormlab.dialect.Engine;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.migrate.script.ScriptEngine;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.schema.Column;

/** Writes scripts for SQLite, which reports a broken view only when a script is tried out. */
public abstract class SqliteScripts implements ScriptEngine {
    /** The kind of database. */
    public static final Engine ENGINE = Engine.of("jdbc:sqlite:");

    @Override
    public final Engine engine() {
        return ENGINE;
    }

    @Override
    public final String hiddenKey() {
        return "rowid";
    }

    @Override
    public final Optional<String> misfits(
            Connection connection, Column was, Column column, List<UserDefinedType> types) {
        return SqliteMisfits.condition(column);
    }

    /**
     * Returns an expression for what SQLite stores once the type's affinity has converted the
     * value.
     */
    @Override
    public final String retyped(Connection connection, Column was, Column column) {
        String id = ENGINE.quoted(was.name());
        String type = column.type();
        boolean whole = type.contains("int");
        if (!whole && (type.contains("char") || type.contains("clob") || type.contains("text"))) {
            return "cast(" + id + " as text)";
        }
        boolean any = type.isEmpty() || !whole && type.contains("blob");
        String number = "cast(" + id + " as numeric)";
        return any
                ? id
                : "case when cast("
                        + number
                        + " as text) = "
                        + id
                        + " then "
                        + number
                        + " else "
                        + id
                        + " end";
    }

    @Override
    public final List<Step> plan(Connection connection, Transition transition) {
        return SqlitePlan.steps(transition);
    }
}
