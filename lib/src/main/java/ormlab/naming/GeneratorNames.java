package ormlab.naming;

import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.id.IdentifierGenerator;
import org.hibernate.id.PersistentIdentifierGenerator;
import org.hibernate.id.enhanced.ImplicitDatabaseObjectNamingStrategy;
import org.hibernate.service.ServiceRegistry;

/** Names the sequence or table that generates ids: {@code users_id_seq}. */
public final class GeneratorNames implements ImplicitDatabaseObjectNamingStrategy {
    /** Creates the strategy, which has no state and may be shared. */
    public GeneratorNames() {}

    @Override
    public QualifiedName determineSequenceName(
            Identifier catalog, Identifier schema, Map<?, ?> values, ServiceRegistry registry) {
        return new QualifiedSequenceName(catalog, schema, name(values, registry));
    }

    @Override
    public QualifiedName determineTableName(
            Identifier catalog, Identifier schema, Map<?, ?> values, ServiceRegistry registry) {
        return new QualifiedTableName(catalog, schema, name(values, registry));
    }

    private static Identifier name(Map<?, ?> values, ServiceRegistry registry) {
        Object explicit = values.get(IdentifierGenerator.GENERATOR_NAME);
        String name =
                explicit == null || explicit.toString().isEmpty()
                        ? text(values, PersistentIdentifierGenerator.TABLE, "hibernate")
                                + '_'
                                + text(values, PersistentIdentifierGenerator.PK, "id")
                                + "_seq"
                        : explicit.toString();
        return registry.requireService(JdbcEnvironment.class)
                .getIdentifierHelper()
                .toIdentifier(name);
    }

    private static String text(Map<?, ?> values, String key, String otherwise) {
        Object value = values.get(key);
        return value == null ? otherwise : value.toString().replace("\"", "");
    }
}
