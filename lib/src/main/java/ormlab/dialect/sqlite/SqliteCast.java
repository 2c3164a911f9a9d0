package ormlab.dialect.sqlite;

import java.util.List;
import org.hibernate.dialect.function.CastFunction;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.CastTarget;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;

/** Cuts text off at the length of its target, as in {@code String(3)}, which SQLite ignores. */
final class SqliteCast extends CastFunction {
    SqliteCast(JdbcTypeIndicators settings) {
        super(settings.getDialect(), settings.getPreferredSqlTypeCodeForBoolean());
    }

    @Override
    public void render(
            SqlAppender sql,
            List<? extends SqlAstNode> arguments,
            ReturnableType<?> type,
            SqlAstTranslator<?> walker) {
        long length = length((CastTarget) arguments.get(1));
        sql.appendSql(length > 0 ? "substr(" : "");
        super.render(sql, arguments, type, walker);
        sql.appendSql(length > 0 ? ",1," + length + ")" : "");
    }

    /** Returns the characters or bytes that are kept, or 0 for all. */
    private static long length(CastTarget target) {
        if (target.getLength() != null) {
            return target.getLength();
        }
        Class<?> wanted = target.getJdbcMapping().getJavaTypeDescriptor().getJavaTypeClass();
        return wanted == Character.class ? 1 : 0;
    }
}
