package ormlab.migrate.postgres.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.internal.catalog.UserDefinedType;
import ormlab.migrate.script.Question;
import ormlab.migrate.script.ScriptEngine;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.schema.Column;

/** Writes scripts for PostgreSQL. */
public abstract class PostgresScripts implements ScriptEngine {
    /** The kind of database. */
    public static final Engine ENGINE = Engine.of("jdbc:postgresql:");

    @Override
    public final Engine engine() {
        return ENGINE;
    }

    @Override
    public final String hiddenKey() {
        return "ctid";
    }

    @Override
    public final Optional<String> misfits(
            Connection connection, Column was, Column column, List<UserDefinedType> types)
            throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        return new PostgresMisfits(version, types).condition(was, column);
    }

    @Override
    public final List<Question> obstacles(Connection connection, SchemaDiff diff)
            throws SQLException {
        return new PostgresObstacles(connection, diff).find();
    }

    @Override
    public final List<Step> plan(Connection connection, Transition transition) throws SQLException {
        return PostgresPlan.steps(transition, Casts.of(connection));
    }
}
