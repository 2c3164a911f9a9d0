package ormlab.migrate.compare;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.postgres.PostgresReader;
import ormlab.migrate.postgres.PostgresScratch;
import ormlab.migrate.sqlite.SqliteReader;
import ormlab.schema.Schema;
import ormlab.schema.TableName;

/**
 * Compares a database with a model.
 *
 * <p>Nothing is guessed about how a database would spell a type or a default: both sides are read
 * by one reader, the model as the database itself would have it. So everything that {@code
 * createAll} makes is in sync.
 */
public final class Comparison {
    private Comparison() {}

    /**
     * Finds the difference.
     *
     * @param connection the database; stays open and as it is; not null
     * @param model what should stand in it; not null
     * @param rules which tables are compared; not null
     * @param decisions what was decided about renames; not null
     * @return the difference
     * @throws SQLException if the database cannot be read
     * @throws ormlab.error.OrmlabException if a decision names something that is not there
     */
    public static SchemaDiff of(
            Connection connection, Schema model, TableRules rules, Decisions decisions)
            throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        boolean sqlite =
                database.getDatabaseProductName().toLowerCase(Locale.ROOT).contains("sqlite");
        return sqlite
                ? sqlite(connection, model.createStatements(), rules, decisions)
                : postgres(connection, model.createStatements(), rules, decisions);
    }

    private static SchemaDiff sqlite(
            Connection connection, List<String> model, TableRules rules, Decisions decisions)
            throws SQLException {
        DatabaseSchema found = SqliteReader.read(connection);
        DatabaseSchema wanted = SqliteReader.read(model).only(name -> !rules.ignores(name));
        Renames renames = DecidedRenames.of(decisions, found, wanted);
        DatabaseSchema renamed = Renaming.apply(found, renames);
        return diff(found, renamed, wanted, renames, rules, decisions);
    }

    private static SchemaDiff postgres(
            Connection connection, List<String> model, TableRules rules, Decisions decisions)
            throws SQLException {
        Set<String> schemas = new LinkedHashSet<>(PostgresScratch.schemasOf(model));
        schemas.addAll(rules.schemas());
        DatabaseSchema found = PostgresReader.read(connection, schemas);
        try (PostgresScratch scratch = PostgresScratch.of(connection, model)) {
            DatabaseSchema wanted = scratch.read().only(name -> !rules.ignores(name));
            Renames renames = DecidedRenames.of(decisions, found, wanted);
            DatabaseSchema renamed = scratch.restated(Renaming.apply(found, renames), wanted);
            DatabaseSchema restated = renames.isEmpty() ? renamed : found;
            return diff(restated, renamed, wanted, renames, rules, decisions);
        }
    }

    private static SchemaDiff diff(
            DatabaseSchema found,
            DatabaseSchema renamed,
            DatabaseSchema wanted,
            Renames renames,
            TableRules rules,
            Decisions decisions) {
        if (wanted.tables().isEmpty()) {
            SchemaDifference none =
                    new SchemaDifference(renames, List.of(), List.of(), List.of(), List.of());
            return new SchemaDiff(found, renamed, wanted, renames, none, List.of());
        }
        OurObjects ours = new OurObjects(renamed, wanted, renames, rules);
        Predicate<TableName> mayGo =
                name -> !rules.ignores(name) && (rules.knows(name) || ours.contains(name));
        SchemaDifference difference = SchemaDifference.between(renamed, wanted, renames, mayGo);
        return new SchemaDiff(
                found,
                renamed,
                wanted,
                renames,
                difference,
                LikelyRename.in(difference, decisions));
    }
}
