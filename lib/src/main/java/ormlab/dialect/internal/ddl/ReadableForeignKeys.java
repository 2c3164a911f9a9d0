package ormlab.dialect.internal.ddl;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.tool.schema.internal.StandardForeignKeyExporter;

/** Adds foreign keys to existing tables, worded like those inside SQLite's {@code create table}. */
public final class ReadableForeignKeys extends StandardForeignKeyExporter {
    private final ConstraintLines lines;

    /** Creates the exporter of a dialect. */
    public ReadableForeignKeys(Dialect dialect) {
        super(dialect);
        this.lines = new ConstraintLines(dialect);
    }

    @Override
    public String[] getSqlCreateStrings(
            ForeignKey key, Metadata metadata, SqlStringGenerationContext context) {
        if (!key.isCreationEnabled() || !key.isPhysicalConstraint()) {
            return NO_COMMANDS;
        }
        String table = context.format(key.getTable().getQualifiedTableName());
        return new String[] {"alter table " + table + "\n  add " + lines.reference(key, context)};
    }
}
