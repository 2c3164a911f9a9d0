package ormlab.dialect;

import org.hibernate.dialect.identity.IdentityColumnSupportImpl;

/** Ids that SQLite hands out: always {@code integer primary key autoincrement}. */
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

    /** The rest, {@code primary key autoincrement}, stands in {@link ColumnLine}. */
    @Override
    public String getIdentityColumnString(int type) {
        return "integer";
    }

    @Override
    public String getIdentitySelectString(String table, String column, int type) {
        return "select last_insert_rowid()";
    }
}
