package ormlab.migrate.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.sql.Identifiers;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Index;
import ormlab.schema.SqlFragment;
import ormlab.schema.Table;

/**
 * Rewrites a schema in a model's wording wherever PostgreSQL considers both the same.
 *
 * <p>PostgreSQL's wording of an expression depends on how often it was rewritten: {@code status in
 * ('A')} reads differently after a dump. So both are rewritten again before they are compared.
 */
final class PostgresRestatement {
    private final PostgresScratch scratch;

    PostgresRestatement(PostgresScratch scratch) {
        this.scratch = scratch;
    }

    DatabaseSchema of(DatabaseSchema found, DatabaseSchema model) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (Table table : found.tables()) {
            Optional<Table> wanted = model.table(table.name());
            tables.add(wanted.isEmpty() ? table : restated(table, wanted.get()));
        }
        return found.withTables(tables);
    }

    private Table restated(Table table, Table wanted) throws SQLException {
        List<CheckConstraint> checks = new ArrayList<>();
        for (CheckConstraint check : table.checks()) {
            checks.add(restated(check, wanted));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            indexes.add(restated(index, wanted));
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(restated(column, wanted));
        }
        return table.with(columns, checks, indexes);
    }

    /** Writes an expression of a table and returns PostgreSQL's wording; empty if that fails. */
    private interface Writing {
        String again(String expression) throws SQLException;
    }

    private static boolean same(SqlFragment found, SqlFragment model, Writing writing)
            throws SQLException {
        if (found.equals(model)) {
            return false;
        }
        String asModel = writing.again(model.canonical());
        return !asModel.isEmpty() && asModel.equals(writing.again(found.canonical()));
    }

    private CheckConstraint restated(CheckConstraint check, Table wanted) throws SQLException {
        for (CheckConstraint other : wanted.checks()) {
            if (other.name().equals(check.name())
                    && same(
                            check.condition(),
                            other.condition(),
                            definition -> checkAgain(wanted, definition))) {
                return new CheckConstraint(check.name(), other.condition(), check.words());
            }
        }
        return check;
    }

    private String checkAgain(Table table, String definition) throws SQLException {
        return scratch.again(
                "alter table %s add constraint ormlab_again %s"
                        .formatted(
                                scratch.scratchName(table.name()), scratch.inScratch(definition)),
                "select pg_get_constraintdef(oid) from pg_constraint"
                        + " where conname = 'ormlab_again'");
    }

    private Index restated(Index index, Table wanted) throws SQLException {
        for (Index other : wanted.indexes()) {
            if (other.name().equals(index.name())
                    && other.unique() == index.unique()
                    && same(
                            index.definition(),
                            other.definition(),
                            definition -> indexAgain(wanted, definition))) {
                return other;
            }
        }
        return index;
    }

    private String indexAgain(Table table, String definition) throws SQLException {
        return scratch.again(
                "create index ormlab_again on "
                        + scratch.scratchName(table.name())
                        + ' '
                        + scratch.inScratch(definition.replaceFirst("^unique ", "")),
                "select pg_get_indexdef(oid) from pg_class where relname = 'ormlab_again'");
    }

    private Column restated(Column column, Table wanted) throws SQLException {
        Optional<Column> to =
                wanted.columns().stream().filter(c -> c.name().equals(column.name())).findFirst();
        Optional<SqlFragment> value = to.flatMap(Column::defaultValue);
        boolean restated =
                value.isPresent()
                        && column.defaultValue().isPresent()
                        && same(
                                column.defaultValue().get(),
                                value.get(),
                                expression -> defaultAgain(wanted, column.name(), expression));
        return restated ? column.withDefault(value) : column;
    }

    private String defaultAgain(Table table, String column, String expression) throws SQLException {
        String name = scratch.scratchName(table.name());
        return scratch.again(
                "alter table %s alter column %s set default %s"
                        .formatted(
                                name,
                                PostgresMigrations.ENGINE.quoted(column),
                                scratch.inScratch(expression)),
                """
                select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a
                on a.attrelid = d.adrelid and a.attnum = d.adnum
                where d.adrelid = %s::regclass and a.attname = %s"""
                        .formatted(Identifiers.string(name), Identifiers.string(column)));
    }
}
