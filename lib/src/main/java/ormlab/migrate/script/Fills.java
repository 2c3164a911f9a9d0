package ormlab.migrate.script;

import java.util.Optional;
import ormlab.migrate.compare.Decisions;
import ormlab.schema.Column;
import ormlab.schema.Table;

/** Says what rows get where a column comes or changes. */
interface Fills {
    /** The SQL for rows that have no value; empty when rows need none or there is none. */
    Optional<String> missing(Table table, Column column);

    /** The SQL for rows whose value is null and may be no longer. */
    Optional<String> instead(Table table, Column column);

    /** The SQL that makes the old value a new one; empty to leave that to the database. */
    Optional<String> converted(Table table, Column was, Column column);

    /** What a person decided. */
    static Fills of(Decisions decisions) {
        return new Fills() {
            @Override
            public Optional<String> missing(Table table, Column column) {
                return decisions.fillFor(table.name(), column.name());
            }

            @Override
            public Optional<String> instead(Table table, Column column) {
                return decisions.fillFor(table.name(), column.name());
            }

            @Override
            public Optional<String> converted(Table table, Column was, Column column) {
                return decisions
                        .conversionFor(table.name(), column.name())
                        .or(() -> Cuts.of(table, was, column, decisions));
            }
        };
    }
}
