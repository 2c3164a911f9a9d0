package ormlab.dialect.sqlite;

import org.hibernate.dialect.temptable.StandardLocalTemporaryTableStrategy;
import org.hibernate.query.sqm.mutation.spi.AfterUseAction;

/** Temporary tables of one connection, for bulk changes to rows that span several tables. */
final class SqliteTemporaryTables extends StandardLocalTemporaryTableStrategy {
    static final SqliteTemporaryTables INSTANCE = new SqliteTemporaryTables();

    private SqliteTemporaryTables() {}

    @Override
    public String getTemporaryTableCreateCommand() {
        return "create temporary table if not exists";
    }

    @Override
    public String getTemporaryTableDropCommand() {
        return "drop table if exists";
    }

    @Override
    public AfterUseAction getTemporaryTableAfterUseAction() {
        return AfterUseAction.DROP;
    }
}
