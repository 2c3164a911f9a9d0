package ormlab.migrate.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import ormlab.migrate.found.FoundSchema;
import ormlab.migrate.found.SqliteReader;
import ormlab.migrate.found.TableName;
import ormlab.schema.Schema;

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
        boolean sqlite =
                connection
                        .getMetaData()
                        .getDatabaseProductName()
                        .toLowerCase(Locale.ROOT)
                        .contains("sqlite");
        FoundSchema found = SqliteReader.read(connection);
        FoundSchema wanted =
                SqliteReader.read(model.createStatements()).only(name -> !rules.ignores(name));
        Renames renames = Renames.decided(decisions, found, wanted);
        FoundSchema renamed = Renaming.apply(found, renames);
        Set<TableName> went = new LinkedHashSet<>();
        Predicate<TableName> mayGo =
                name -> !wanted.tables().isEmpty() && !rules.ignores(name) && rules.knows(name);
        SchemaDifference difference = SchemaDifference.between(renamed, wanted, renames, mayGo);
        List<LikelyRename> questions = LikelyRenames.in(difference, decisions);
        return new SchemaDiff(found, wanted, renames, difference, questions);
    }
}
