package ormlab.dialect.sqlite;

import java.util.List;
import org.hibernate.dialect.function.json.AbstractJsonMergepatchFunction;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.spi.TypeConfiguration;

/** Merges JSON documents with SQLite's {@code json_patch}, which takes two at a time. */
final class SqliteJsonMergepatch extends AbstractJsonMergepatchFunction {
    SqliteJsonMergepatch(TypeConfiguration types) {
        super(types);
    }

    @Override
    public void render(
            SqlAppender sql,
            List<? extends SqlAstNode> documents,
            ReturnableType<?> type,
            SqlAstTranslator<?> walker) {
        sql.appendSql("json_patch(".repeat(documents.size() - 1));
        documents.get(0).accept(walker);
        for (SqlAstNode patch : documents.subList(1, documents.size())) {
            sql.appendSql(",");
            patch.accept(walker);
            sql.appendSql(")");
        }
    }
}
