package ormlab.migrate.postgres.plan;

import java.sql.Connection;
import java.sql.SQLException;
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

/** Writes scripts for PostgreSQL. */
public final class PostgresScripts implements ScriptEngine {
    @Override
    public String quoted(String name) {
        return PostgresSql.quoted(name);
    }

    @Override
    public String quoted(TableName name) {
        return PostgresSql.quoted(name);
    }

    @Override
    public String hiddenKey() {
        return "ctid";
    }

    @Override
    public Optional<String> misfits(
            Connection connection, Column was, Column column, List<UserDefinedType> types)
            throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        return new PostgresMisfits(version, types).condition(was, column);
    }

    @Override
    public List<Question> obstacles(Connection connection, SchemaDiff diff) throws SQLException {
        return new PostgresObstacles(connection, diff).find();
    }

    @Override
    public List<Step> plan(Connection connection, Transition transition) throws SQLException {
        return PostgresPlan.steps(transition, Casts.of(connection));
    }
}
