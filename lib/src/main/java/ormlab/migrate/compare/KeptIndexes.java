package ormlab.migrate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.schema.Column;
import ormlab.schema.Index;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Adds indexes that were created by hand to a model, as if the model asked for them. No model can
 * ask for a partial index, so its absence from the model does not mean that it should be dropped.
 */
final class KeptIndexes {
    private final DatabaseSchema found;
    private final TableRules rules;

    private KeptIndexes(DatabaseSchema found, TableRules rules) {
        this.found = found;
        this.rules = rules;
    }

    static DatabaseSchema in(DatabaseSchema model, DatabaseSchema found, TableRules rules) {
        KeptIndexes kept = new KeptIndexes(found, rules);
        return model.withTables(model.tables().stream().map(kept::in).toList());
    }

    private Table in(Table wanted) {
        List<Index> indexes = new ArrayList<>(wanted.indexes());
        found.table(wanted.name())
                .ifPresent(
                        table ->
                                table.indexes().stream()
                                        .filter(index -> stays(index, table, wanted))
                                        .forEach(indexes::add));
        return wanted.with(indexes);
    }

    private boolean stays(Index index, Table table, Table wanted) {
        TableName name = new TableName(table.name().schema(), index.name());
        return !rules.knows(name)
                && wanted.indexes().stream().noneMatch(other -> replaces(other, index))
                && table.columns().stream()
                        .map(Column::name)
                        .filter(column -> index.words().contains(column.toLowerCase(Locale.ROOT)))
                        .allMatch(column -> wanted.column(column).isPresent());
    }

    private boolean replaces(Index wanted, Index index) {
        return found.key(wanted.name()).equals(found.key(index.name()))
                || wanted.definition().equals(index.definition());
    }
}
