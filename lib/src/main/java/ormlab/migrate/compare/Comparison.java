package ormlab.migrate.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ormlab.migrate.compare.ColumnChange.RemovedColumn;
import ormlab.migrate.compare.PartChange.RemovedPart;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.schema.Index;
import ormlab.schema.Schema;
import ormlab.schema.Table;
import ormlab.schema.TableName;
import ormlab.schema.TablePart;

/**
 * Compares a database with a model.
 *
 * <p>It makes no guesses about how a database spells a type or a default. The same reader reads
 * both sides, the model as the database itself would store it. So what {@code createAll} creates
 * never differs from the model.
 */
public final class Comparison {
    private Comparison() {}

    /**
     * Returns the difference.
     *
     * @param engine reads this kind of database
     * @param connection the database; stays open and unchanged
     * @param model the tables that should be in it
     * @param rules which tables are compared
     * @param decisions decisions about renames
     * @throws ormlab.error.OrmlabException if a decision names something that does not exist
     */
    public static SchemaDiff of(
            SchemaEngine engine,
            Connection connection,
            Schema model,
            TableRules rules,
            Decisions decisions)
            throws SQLException {
        List<String> statements = model.createStatements();
        Set<String> schemas = new LinkedHashSet<>(engine.schemasOf(statements));
        schemas.addAll(rules.schemas());
        DatabaseSchema found = engine.read(connection, schemas);
        try (SchemaEngine.CreatedModel created = engine.create(connection, statements)) {
            DatabaseSchema wanted = created.read().only(name -> !rules.ignores(name));
            Renames renames = DecidedRenames.of(decisions, found, wanted);
            DatabaseSchema renamed = created.restated(engine.renamed(found, renames), wanted);
            DatabaseSchema restated = renames.isEmpty() ? renamed : found;
            DatabaseSchema withKept = KeptIndexes.in(wanted, renamed, rules);
            return diff(restated, renamed, withKept, renames, rules, decisions);
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
            return new SchemaDiff(found, renamed, wanted, renames, none, List.of(), List.of());
        }
        OurObjects ours = new OurObjects(renamed, wanted, renames, rules);
        Predicate<TableName> removable =
                name ->
                        !rules.ignores(name)
                                && (rules.knows(name)
                                        || ours.contains(name)
                                        || renames.makesRoom(name, wanted));
        SchemaDifference difference = SchemaDifference.between(renamed, wanted, renames, removable);
        return new SchemaDiff(
                found,
                renamed,
                wanted,
                renames,
                difference,
                LikelyRename.in(difference, decisions),
                difference.tables().stream().flatMap(table -> madeByHand(table, rules)).toList());
    }

    /**
     * Returns the constraints that would be lost unnoticed, ignoring those whose column is dropped
     * or that another constraint replaces.
     */
    private static Stream<RemovedPart> madeByHand(TableDifference table, TableRules rules) {
        Table before = table.before();
        return table.changes(RemovedPart.class).stream()
                .filter(change -> !(change.part() instanceof Index))
                .filter(change -> rules.madeByHand(before, change.part()))
                .filter(change -> staysPossible(table, change.part()))
                .filter(
                        change ->
                                table.added(change.part().getClass()).stream()
                                        .noneMatch(
                                                part -> part.name().equals(change.part().name())));
    }

    private static boolean staysPossible(TableDifference table, TablePart part) {
        Set<String> gone =
                table.changes(RemovedColumn.class).stream()
                        .map(column -> column.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return KnownConstraints.columns(table.before(), part).noneMatch(gone::contains);
    }
}
