package ormlab.dialect.internal.ddl;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/**
 * Writes {@code create table} as a person would: a line for each column, then a line for each named
 * constraint.
 */
public final class ReadableTables extends StandardTableExporter {
    private final ColumnLine columnLine;
    private final ConstraintLines constraintLines;

    /**
     * Creates the exporter of a dialect.
     *
     * @param identityKey what follows {@code primary key} of a generated id
     */
    public ReadableTables(Dialect dialect, String identityKey) {
        super(dialect);
        this.columnLine = new ColumnLine(dialect, identityKey);
        this.constraintLines = new ConstraintLines(dialect);
    }

    @Override
    public String[] getSqlCreateStrings(
            Table table, Metadata metadata, SqlStringGenerationContext context) {
        if (table.getViewQuery() != null) {
            return super.getSqlCreateStrings(table, metadata, context);
        }
        String name = context.format(table.getQualifiedTableName());
        List<String> statements = new ArrayList<>();
        statements.add(createTable(name, table, metadata, context));
        applyComments(table, name, statements);
        applyInitCommands(table, statements, context);
        return statements.toArray(String[]::new);
    }

    private String createTable(
            String name, Table table, Metadata metadata, SqlStringGenerationContext context) {
        StringBuilder sql = new StringBuilder(tableCreateString(table.hasPrimaryKey()));
        sql.append(' ').append(name).append(" (\n  ");
        sql.append(String.join(",\n  ", lines(table, metadata, context))).append("\n)");
        table.getColumns().forEach(c -> sql.append(c.getValue().getExtraCreateTableInfo()));
        applyTableTypeString(sql);
        if (table.getOptions() != null && !table.getOptions().isBlank()) {
            sql.append(' ').append(table.getOptions());
        }
        return sql.toString();
    }

    private List<String> lines(Table table, Metadata metadata, SqlStringGenerationContext context) {
        List<String> lines = new ArrayList<>();
        table.getColumns().forEach(column -> lines.add(columnLine.of(column, table, metadata)));
        if (table.hasPrimaryKey() && table.getPrimaryKey().getColumnSpan() > 1) {
            lines.add(primaryKeyString(table.getPrimaryKey()));
        }
        lines.addAll(constraintLines.uniques(table));
        if (!dialect.hasAlterTable()) {
            lines.addAll(constraintLines.references(table, context));
        }
        lines.addAll(constraintLines.checks(table));
        table.getColumns().forEach(column -> addCheckOfParts(column, lines));
        if (table.getExtraDeclarations() != null && !table.getExtraDeclarations().isBlank()) {
            lines.add(table.getExtraDeclarations());
        }
        return lines;
    }

    /** The parts of an embeddable stored as JSON have their own checks. */
    private void addCheckOfParts(Column column, List<String> lines) {
        if (column instanceof AggregateColumn aggregate
                && dialect.getAggregateSupport() != null
                && dialect.getAggregateSupport().supportsComponentCheckConstraints()) {
            StringBuilder check = new StringBuilder();
            applyAggregateColumnCheck(check, aggregate);
            if (check.length() > 0) {
                lines.add(check.substring(", ".length()));
            }
        }
    }

    /** Hibernate puts a comment's text between quotes without escaping it. */
    @Override
    protected void applyComments(Table table, String formattedName, List<String> statements) {
        if (!dialect.supportsCommentOn()) {
            return;
        }
        if (table.getComment() != null) {
            statements.add(comment("table " + formattedName, table.getComment()));
        }
        for (Column column : table.getColumns()) {
            if (column.getComment() != null) {
                String name = formattedName + '.' + column.getQuotedName(dialect);
                statements.add(comment("column " + name, column.getComment()));
            }
        }
    }

    private static String comment(String target, String text) {
        return "comment on " + target + " is '" + text.replace("'", "''") + "'";
    }
}
