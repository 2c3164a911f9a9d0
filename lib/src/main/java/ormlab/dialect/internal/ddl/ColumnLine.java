package ormlab.dialect.internal.ddl;

import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** Writes the line of one column: name, type, key, default, not null. */
final class ColumnLine {
    private final Dialect dialect;
    private final String identityKey;

    ColumnLine(Dialect dialect, String identityKey) {
        this.identityKey = identityKey;
        this.dialect = dialect;
    }

    String of(Column column, Table table, Metadata metadata) {
        StringBuilder line = new StringBuilder(column.getQuotedName(dialect));
        if (column.isIdentity()) {
            appendIdentity(line, column, metadata);
        } else {
            appendType(line, column, metadata);
        }
        if (isKey(column, table)) {
            line.append(" primary key").append(column.isIdentity() ? identityKey : "");
        }
        if (column.getComment() != null) {
            line.append(dialect.getColumnComment(column.getComment()));
        }
        if (column.getOptions() != null && !column.getOptions().isBlank()) {
            line.append(' ').append(column.getOptions());
        }
        return line.toString();
    }

    private static boolean isKey(Column column, Table table) {
        return table.hasPrimaryKey()
                && table.getPrimaryKey().getColumnSpan() == 1
                && table.isPrimaryKey(column);
    }

    private void appendIdentity(StringBuilder line, Column column, Metadata metadata) {
        var identity = dialect.getIdentityColumnSupport();
        if (identity.hasDataTypeInIdentityColumn()) {
            line.append(' ').append(column.getSqlType(metadata));
        }
        line.append(' ').append(identity.getIdentityColumnString(column.getSqlTypeCode(metadata)));
    }

    private void appendType(StringBuilder line, Column column, Metadata metadata) {
        String type = column.getSqlType(metadata);
        if (column.getGeneratedAs() == null || dialect.hasDataTypeBeforeGeneratedAs()) {
            line.append(' ').append(type);
        }
        if (column.getCollation() != null) {
            line.append(" collate ").append(dialect.quoteCollation(column.getCollation()));
        }
        if (column.getDefaultValue() != null) {
            line.append(" default ")
                    .append(dialect.getColumnDefaultString(column.getDefaultValue()));
        }
        if (column.getGeneratedAs() != null) {
            line.append(dialect.generatedAs(column.getGeneratedAs()));
            if (!dialect.supportsNotNullAfterGeneratedAs()) {
                return;
            }
        }
        line.append(column.isNullable() ? dialect.getNullColumnString(type) : " not null");
    }
}
