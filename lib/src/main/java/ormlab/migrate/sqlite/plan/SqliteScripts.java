package ormlab.migrate.sqlite.plan;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.migrate.script.Question;
import ormlab.migrate.script.ScriptEngine;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.schema.Column;
import ormlab.schema.TableName;

/** Writes scripts for SQLite. */
public final class SqliteScripts implements ScriptEngine {
    @Override
    public String quoted(String name) {
        return SqliteSql.quoted(name);
    }

    @Override
    public String quoted(TableName name) {
        return SqliteSql.quoted(name);
    }

    @Override
    public String hiddenKey() {
        return "rowid";
    }

    @Override
    public Optional<String> misfits(
            Connection connection, Column was, Column column, List<UserDefinedType> types) {
        return SqliteMisfits.condition(column);
    }

    /** SQLite tells of a broken view by itself, when the scripts are tried. */
    @Override
    public List<Question> obstacles(Connection connection, SchemaDiff diff) {
        return List.of();
    }

    @Override
    public List<Step> plan(Connection connection, Transition transition) {
        return SqlitePlan.steps(transition);
    }
}
