package ormlab.dialect.internal.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** Writes the lines of constraints, each with its name, in the order of their columns. */
final class ConstraintLines {
    private final Dialect dialect;

    ConstraintLines(Dialect dialect) {
        this.dialect = dialect;
    }

    List<String> uniques(Table table) {
        return table.getUniqueKeys().values().stream()
                .filter(key -> !isPrimaryKey(key, table))
                .sorted(inOrderOfColumns(table))
                .map(this::unique)
                .toList();
    }

    /**
     * A set's primary key has all its columns, and Hibernate may add a unique key on the same ones.
     */
    private static boolean isPrimaryKey(UniqueKey key, Table table) {
        return table.hasPrimaryKey() && table.getPrimaryKey().getColumns().equals(key.getColumns());
    }

    private String unique(UniqueKey key) {
        String line = constraint(key) + " unique " + names(key.getColumns());
        return isEmpty(key.getOptions()) ? line : line + ' ' + key.getOptions();
    }

    List<String> references(Table table, SqlStringGenerationContext context) {
        return table.getForeignKeyCollection().stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .sorted(inOrderOfColumns(table))
                .map(key -> reference(key, context))
                .toList();
    }

    String reference(ForeignKey key, SqlStringGenerationContext context) {
        if (key.getKeyDefinition() != null) {
            return constraint(key) + ' ' + key.getKeyDefinition();
        }
        Table target = key.getReferencedTable();
        List<Column> columns =
                key.isReferenceToPrimaryKey()
                        ? target.getPrimaryKey().getColumns()
                        : key.getReferencedColumns();
        StringBuilder line = new StringBuilder(constraint(key));
        line.append(" foreign key ").append(names(key.getColumns()));
        line.append(" references ").append(context.format(target.getQualifiedTableName()));
        line.append(' ').append(names(columns));
        if (key.getOnDeleteAction() != null) {
            String action = key.getOnDeleteAction().toSqlString();
            line.append("no action".equals(action) ? "" : " on delete " + action);
        }
        return isEmpty(key.getOptions())
                ? line.toString()
                : line.append(' ').append(key.getOptions()).toString();
    }

    List<String> checks(Table table) {
        List<CheckConstraint> checks = new ArrayList<>();
        table.getColumns().forEach(column -> checks.addAll(column.getCheckConstraints()));
        checks.addAll(table.getChecks());
        return checks.stream()
                .map(check -> dialect.getCheckConstraintString(check).strip())
                .toList();
    }

    private String constraint(Constraint constraint) {
        return "constraint " + dialect.quote(constraint.getName());
    }

    private static Comparator<Constraint> inOrderOfColumns(Table table) {
        List<Column> columns = List.copyOf(table.getColumns());
        return Comparator.<Constraint>comparingInt(key -> columns.indexOf(key.getColumn(0)))
                .thenComparing(Constraint::getName);
    }

    private String names(List<Column> columns) {
        List<String> names = columns.stream().map(c -> c.getQuotedName(dialect)).toList();
        return '(' + String.join(", ", names) + ')';
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }
}
