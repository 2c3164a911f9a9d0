package ormlab.dialect.sqlite;

import org.hibernate.community.dialect.SQLiteSqlAstTranslator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.Any;
import org.hibernate.sql.ast.tree.expression.Every;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.exec.spi.JdbcOperation;
import ormlab.dialect.sqlite.internal.connection.SqliteConnection;

/**
 * Writes {@code is distinct from} as it is, where Hibernate's translator writes MySQL's sign, and
 * marks a query that locks its rows.
 */
final class SqliteTranslator<T extends JdbcOperation> extends SQLiteSqlAstTranslator<T> {
    SqliteTranslator(SessionFactoryImplementor factory, Statement statement) {
        super(factory, statement);
    }

    @Override
    protected void visitForUpdateClause(QuerySpec querySpec) {
        if (querySpec.isRoot() && needsLocking(querySpec)) {
            appendSql(SqliteConnection.LOCKS);
        }
    }

    @Override
    protected void renderComparison(
            Expression left, ComparisonOperator operator, Expression right) {
        if (right instanceof Any || right instanceof Every) {
            super.renderComparison(left, operator, right);
        } else {
            renderComparisonStandard(left, operator, right);
        }
    }
}
