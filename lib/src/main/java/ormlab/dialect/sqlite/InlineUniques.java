package ormlab.dialect.sqlite;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.unique.CreateTableUniqueDelegate;
import org.hibernate.mapping.UniqueKey;

/** Leaves unique constraints to {@code create table}: SQLite cannot add one later. */
final class InlineUniques extends CreateTableUniqueDelegate {
    InlineUniques(Dialect dialect) {
        super(dialect);
    }

    @Override
    public String getAlterTableToAddUniqueKeyCommand(
            UniqueKey uniqueKey, Metadata metadata, SqlStringGenerationContext context) {
        return "";
    }

    @Override
    public String getAlterTableToDropUniqueKeyCommand(
            UniqueKey uniqueKey, Metadata metadata, SqlStringGenerationContext context) {
        return "";
    }
}
