package ormlab.internal.identity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.PrimitiveIterator;
import java.util.Properties;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.IdentityGenerator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.dialect.Engine;
import ormlab.dialect.internal.model.ModelAwareDialect;

/**
 * Works as {@code GenerationType.IDENTITY} for a single object, and takes ids beforehand if several
 * objects are to be inserted.
 *
 * <p>It does not change the tables: the database generates an id for every row that comes without
 * one.
 */
public final class IdentityBlocks extends IdentityGenerator implements BeforeExecutionGenerator {
    private static final long serialVersionUID = 1L;

    /** The types of ids into which a whole number can be converted. */
    private static final Set<Class<?>> NUMBERS =
            Set.of(
                    long.class,
                    Long.class,
                    int.class,
                    Integer.class,
                    short.class,
                    Short.class,
                    BigInteger.class,
                    BigDecimal.class);

    private final String table;
    private final Column column;
    private final String root;
    private final Class<?> type;

    private IdentityBlocks(GeneratorCreationContext context) {
        configure(context, new Properties());
        this.root = context.getRootClass().getEntityName();
        this.table = context.getRootClass().getTable().getName();
        this.column = context.getProperty().getColumns().get(0);
        this.type = context.getType().getReturnedClass();
    }

    /**
     * Makes all classes whose ids the database generates take them in blocks.
     *
     * @param metadata the bound model, before a session factory is built from it
     */
    public static void install(Metadata metadata) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (entity instanceof RootClass rootClass
                    && rootClass.getIdentifier() instanceof SimpleValue id
                    && id.getColumnSpan() == 1
                    && id.getColumns().get(0).isIdentity()
                    && rootClass.getStateManagementType() == null
                    && NUMBERS.contains(id.getType().getReturnedClass())) {
                install(rootClass, id);
            }
        }
    }

    private static void install(RootClass rootClass, SimpleValue id) {
        var original = id.getCustomIdGeneratorCreator();
        id.setCustomIdGeneratorCreator(
                context -> {
                    Generator generator = original.createGenerator(context);
                    return generator.getClass() == IdentityGenerator.class
                            ? new IdentityBlocks(context)
                            : generator;
                });
        rootClass.setStateManagementType(InsertsById.class);
    }

    PrimitiveIterator.OfLong take(int count, SharedSessionContractImplementor session) {
        EntityPersister persister =
                session.getFactory().getMappingMetamodel().getEntityDescriptor(root);
        return engine(session).takeIds(persister, table, column, count, session);
    }

    private static Engine engine(SharedSessionContractImplementor session) {
        return ((ModelAwareDialect) session.getJdbcServices().getDialect()).engine();
    }

    private boolean isTaken(SharedSessionContractImplementor session) {
        return session.getInterceptor() instanceof IdBlocks.Holder holder
                && holder.idBlocks().has(this);
    }

    /** The general case: the database generates the id while it executes the insert. */
    @Override
    public boolean generatedOnExecution() {
        return true;
    }

    @Override
    public boolean generatedOnExecution(Object entity, SharedSessionContractImplementor session) {
        return !isTaken(session);
    }

    @Override
    public boolean generatedBeforeExecution(
            Object entity, SharedSessionContractImplementor session) {
        return isTaken(session);
    }

    @Override
    public Object generate(
            SharedSessionContractImplementor session,
            Object owner,
            Object currentValue,
            EventType eventType) {
        long id = ((IdBlocks.Holder) session.getInterceptor()).idBlocks().next(this);
        if (type == Long.class || type == long.class) {
            return id;
        }
        if (type == Integer.class || type == int.class) {
            return Math.toIntExact(id);
        }
        if (type == BigInteger.class) {
            return BigInteger.valueOf(id);
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(id);
        }
        return BigInteger.valueOf(id).shortValueExact();
    }
}
