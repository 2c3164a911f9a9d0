package ormlab.migrate.sqlite.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.engine.UserDefinedType;
import ormlab.migrate.script.Question;
import ormlab.migrate.script.ScriptEngine;
import ormlab.migrate.script.Step;
import ormlab.migrate.script.Transition;
import ormlab.migrate.sqlite.SqliteScratch;
import ormlab.schema.Column;
import ormlab.schema.TableName;

/** Writes scripts for SQLite. */
public final class SqliteScripts implements ScriptEngine {
    private static final Pattern FAULT =
            Pattern.compile("error in (view|trigger) (\\S+?)(?: after \\w+)?: ([^)]*)");

    @Override
    public boolean serves(DatabaseSchema schema) {
        return schema.sqlite();
    }

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

    @Override
    public Optional<DatabaseSchema> tried(DatabaseSchema schema, List<Step> steps)
            throws SQLException {
        try (SqliteScratch scratch = SqliteScratch.of(schema)) {
            boolean sound = scratch.faults().isEmpty();
            scratch.runAll(steps.stream().map(Step::sql).toList());
            Optional<String> fault = sound ? scratch.faults() : Optional.empty();
            if (fault.isPresent()) {
                throw broken(fault.get());
            }
            return Optional.of(scratch.read());
        }
    }

    private static OrmlabException broken(String words) {
        Matcher fault = FAULT.matcher(words);
        return new OrmlabException(
                fault.find()
                        ? "After this migration %s '%s' could no longer be read (%s). Drop or change it first."
                                .formatted(fault.group(1), fault.group(2), fault.group(3))
                        : "After this migration the schema would be broken: " + words);
    }
}
