package ormlab.migrate.postgres.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
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
        if (PostgresMisfits.needsOwnValidity(version)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(PostgresMisfits.OWN_VALIDITY);
            }
        }
        return new PostgresMisfits(version, types).condition(was, column);
    }

    @Override
    public final String retyped(Connection connection, Column was, Column column)
            throws SQLException {
        return Casts.of(connection)
                .value(PostgresSql.quoted(was.name()), was.type(), column.type());
    }

    /** Uses a savepoint, because otherwise an error would end the transaction. */
    @Override
    public final <R> Optional<R> attempt(Connection connection, Attempt<R> query)
            throws SQLException {
        if (connection.getAutoCommit()) {
            return ScriptEngine.super.attempt(connection, query);
        }
        Savepoint before = connection.setSavepoint();
        Optional<R> result = ScriptEngine.super.attempt(connection, query);
        if (result.isEmpty()) {
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
        return result;
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
