package ormlab.dialect.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.community.dialect.SQLiteSqlAstTranslator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.query.IllegalQueryOperationException;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.Any;
import org.hibernate.sql.ast.tree.expression.Every;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.ModifiedSubQueryExpression;
import org.hibernate.sql.ast.tree.expression.SelfRenderingExpression;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.internal.model.AssignedDecimals;
import ormlab.dialect.sqlite.internal.connection.SqliteConnection;

/** Writes SQL that SQLite understands, where Hibernate's own translator does not. */
final class SqliteTranslator<T extends JdbcOperation> extends SQLiteSqlAstTranslator<T> {
    private final AssignedDecimals decimals = new AssignedDecimals(Rounded::new);

    SqliteTranslator(SessionFactoryImplementor factory, Statement statement) {
        super(factory, statement);
    }

    /** Marks a query that locks its rows. */
    @Override
    protected void visitForUpdateClause(QuerySpec querySpec) {
        if (querySpec.isRoot() && needsLocking(querySpec)) {
            appendSql(SqliteConnection.LOCKS);
        }
    }

    // Comparisons ------------------------------------------------------------------------------

    /** A subquery with which a comparison must hold for all rows, or for any row. */
    private record Quantified(SelectStatement subquery, boolean all) {
        static @Nullable Quantified of(Expression expression) {
            if (expression instanceof Any any) {
                return new Quantified(any.getSubquery(), false);
            }
            if (expression instanceof Every every) {
                return new Quantified(every.getSubquery(), true);
            }
            // The Criteria API has its own class for this.
            return expression instanceof ModifiedSubQueryExpression modified
                    ? new Quantified(
                            modified.getSubQuery(),
                            modified.getModifier() == ModifiedSubQueryExpression.Modifier.ALL)
                    : null;
        }

        List<String> columns() {
            int count =
                    subquery.getQueryPart()
                            .getFirstQuerySpec()
                            .getSelectClause()
                            .getSqlSelections()
                            .size();
            return IntStream.range(0, count).mapToObj(i -> "v" + i).toList();
        }
    }

    @Override
    protected void renderComparison(
            Expression left, ComparisonOperator operator, Expression right) {
        Quantified onTheRight = Quantified.of(right);
        Quantified onTheLeft = Quantified.of(left);
        if (onTheRight != null) {
            renderQuantified(left, operator, onTheRight);
        } else if (onTheLeft != null) {
            renderQuantified(right, operator.invert(), onTheLeft);
        } else {
            renderComparisonStandard(left, operator, right);
        }
    }

    /**
     * SQLite has no {@code all} and {@code any}, so this combines the comparisons with each row.
     * The result is "unknown" where standard SQL prescribes it, because a null decides.
     */
    private void renderQuantified(Expression value, ComparisonOperator operator, Quantified rows) {
        if (operator == ComparisonOperator.EQUAL && !rows.all
                || operator == ComparisonOperator.NOT_EQUAL && rows.all) {
            value.accept(this);
            appendSql(rows.all ? " not in " : " in ");
            rows.subquery.accept(this);
            return;
        }
        List<String> columns = rows.columns();
        String names = columns.stream().collect(Collectors.joining(",", "(", ")"));
        appendSql("(with quantified_" + names + " as ");
        rows.subquery.accept(this);
        appendSql(
                rows.all
                        ? " select case when min(holds)=0 then 0"
                        : " select case when max(holds)=1 then 1");
        appendSql(" when count(holds)<count(*) then null else ");
        appendSql((rows.all ? "1" : "0") + " end from (select ");
        value.accept(this);
        appendSql(operator.sqlText());
        appendSql(columns.size() == 1 ? columns.get(0) : names);
        appendSql(" as holds from quantified_))");
    }

    // Decimals ---------------------------------------------------------------------------------

    /**
     * A computed decimal: SQLite calculates with doubles and does not round to the column's scale.
     */
    private record Rounded(Expression value, int scale) implements SelfRenderingExpression {
        @Override
        public void renderToSql(
                SqlAppender sql, SqlAstTranslator<?> walker, SessionFactoryImplementor factory) {
            sql.append("(select iif(typeof(v)='real',round(v," + scale + "),v) from (select ");
            value.accept(walker);
            sql.append(" as v))");
        }

        @Override
        public JdbcMappingContainer getExpressionType() {
            return value.getExpressionType();
        }
    }

    @Override
    protected void visitSetAssignment(Assignment assignment) {
        super.visitSetAssignment(decimals.checked(assignment));
    }

    // Recursive queries ------------------------------------------------------------------------

    /** Hibernate would choose a function that it cannot render here. */
    @Override
    protected void renderStringContainsExactlyPredicate(Expression haystack, Expression needle) {
        appendSql("instr(");
        haystack.accept(this);
        appendSql(",");
        needle.accept(this);
        appendSql(")>0");
    }

    // Insert -----------------------------------------------------------------------------------

    /** After a plain select, SQLite would read {@code on conflict} as the condition of a join. */
    @Override
    protected void visitInsertSource(InsertSelectStatement statement) {
        boolean ambiguous =
                statement.getConflictClause() != null
                        && statement.getSourceSelectStatement() != null;
        appendSql(ambiguous ? "select * from (" : "");
        if (statement.getSourceSelectStatement() != null) {
            super.visitInsertSource(statement);
        } else {
            visitValuesList(decimals.checked(statement, statement.getValuesList()));
        }
        appendSql(ambiguous ? ") where true" : "");
    }

    /** Hibernate would expect the constraint of {@code do nothing} in the error. */
    @Override
    protected @Nullable String getUniqueConstraintNameThatMayFail(InsertSelectStatement insert) {
        return null;
    }

    @Override
    protected void visitConflictClause(ConflictClause conflict) {
        if (conflict != null && conflict.getConstraintName() != null) {
            throw new IllegalQueryOperationException(
                    ("SQLite does not support constraint names in 'on conflict'. Name the attributes"
                                    + " of the constraint '%s' instead: on conflict(…).")
                            .formatted(conflict.getConstraintName()));
        }
        visitStandardConflictClause(conflict);
    }
}
