package ormlab.migrate.history;

import java.util.List;

/** Thrown if tables exist that the migrations would create. */
public final class TablesWithoutHistory extends MigrationRefused {
    private static final long serialVersionUID = 1L;

    private final transient List<String> tables;

    TablesWithoutHistory(List<String> tables) {
        super(
                Reason.TABLES_WITHOUT_HISTORY,
                ("The database has %s already, and no migration created them: createAll() did, or"
                                + " someone by hand. If they match the migrations, record that:"
                                + " db.migrations().stamp(\"head\"). To start over without them"
                                + " and their rows: db.dropAll(), then upgrade().")
                        .formatted(String.join(", ", tables)));
        this.tables = List.copyOf(tables);
    }

    /** Returns the names of the tables in lower case. */
    public List<String> tables() {
        return tables;
    }
}
