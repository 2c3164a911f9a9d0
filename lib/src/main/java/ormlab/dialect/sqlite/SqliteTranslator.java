package ormlab.dialect.sqlite;

import org.hibernate.community.dialect.SQLiteSqlAstTranslator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.Any;
import org.hibernate.sql.ast.tree.expression.Every;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.exec.spi.JdbcOperation;

/** Writes {@code is distinct from} as it is; the translator that it mends writes MySQL's sign. */
final class SqliteTranslator<T extends JdbcOperation> extends SQLiteSqlAstTranslator<T> {
    SqliteTranslator(SessionFactoryImplementor factory, Statement statement) {
        super(factory, statement);
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
