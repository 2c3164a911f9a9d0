package ormlab.dialect.postgres;

import org.hibernate.LockMode;
import org.hibernate.dialect.sql.ast.PostgreSQLSqlAstTranslator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.exec.spi.JdbcOperation;
import ormlab.dialect.internal.model.AssignedDecimals;

/** Writes SQL, and refuses decimals that PostgreSQL would round silently. */
final class PostgresTranslator<T extends JdbcOperation> extends PostgreSQLSqlAstTranslator<T> {
    private final AssignedDecimals decimals =
            new AssignedDecimals(AssignedDecimals.Rounding.BY_DATABASE);

    PostgresTranslator(SessionFactoryImplementor factory, Statement statement) {
        super(factory, statement);
    }

    @Override
    protected void visitSetAssignment(Assignment assignment) {
        super.visitSetAssignment(decimals.checked(assignment));
    }

    @Override
    protected void visitInsertSource(InsertSelectStatement statement) {
        if (statement.getSourceSelectStatement() != null) {
            super.visitInsertSource(statement);
        } else {
            visitValuesList(decimals.checked(statement, statement.getValuesList()));
        }
    }

    @Override
    protected boolean renderPrimaryTableReference(TableGroup group, LockMode lockMode) {
        return super.renderPrimaryTableReference(
                decimals.checked(group, getSessionFactory()), lockMode);
    }
}
