package ormlab.dialect.sqlite;

import org.hibernate.dialect.identity.IdentityColumnSupportImpl;

/** Ids that SQLite generates: always {@code integer primary key autoincrement}. */
final class SqliteIdentity extends IdentityColumnSupportImpl {
    static final SqliteIdentity INSTANCE = new SqliteIdentity();

    private SqliteIdentity() {}

    @Override
    public boolean supportsIdentityColumns() {
        return true;
    }

    /** Only a column of exactly the type {@code integer} is SQLite's row id. */
    @Override
    public boolean hasDataTypeInIdentityColumn() {
        return false;
    }

    /**
     * The rest, {@code primary key autoincrement}, is added by {@link
     * ormlab.dialect.internal.ddl.ReadableTables}; without it, SQLite would reuse the last row's id
     * once that row is deleted.
     */
    @Override
    public String getIdentityColumnString(int type) {
        return "integer";
    }

    @Override
    public String getIdentitySelectString(String table, String column, int type) {
        return "select last_insert_rowid()";
    }

    @Override
    public String appendIdentitySelectToInsert(String idColumn, String insert) {
        return insert + " returning " + idColumn;
    }
}
