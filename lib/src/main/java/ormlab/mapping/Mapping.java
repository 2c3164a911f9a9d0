package ormlab.mapping;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.QuerySettings;
import org.hibernate.cfg.ValidationSettings;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;
import org.jspecify.annotations.Nullable;
import ormlab.config.ConnectionSource;
import ormlab.dialect.HibernateSettings;
import ormlab.internal.identity.IdentityBlocks;
import ormlab.naming.EntityNames;
import ormlab.naming.Naming;
import ormlab.relationship.DynamicList;
import ormlab.relationship.LinkTables;
import ormlab.schema.Schema;

/**
 * Hibernate's metadata for some classes, and the session factory.
 *
 * <p>Thread-safe. Closing it does not close the connections, which belong to its creator.
 */
public final class Mapping implements AutoCloseable {
    /** The number of rows in one JDBC batch. */
    private static final int BATCH = 100;

    private final BootstrapServiceRegistry bootstrap;
    private final StandardServiceRegistry services;
    private final Metadata metadata;
    private final Collection<Class<?>> models;
    private @Nullable SessionFactoryImplementor factory;
    private @Nullable Schema schema;

    private Mapping(
            BootstrapServiceRegistry bootstrap,
            StandardServiceRegistry services,
            Metadata metadata,
            Collection<Class<?>> models) {
        this.bootstrap = bootstrap;
        this.services = services;
        this.metadata = metadata;
        this.models = List.copyOf(models);
    }

    /**
     * Maps classes onto a database.
     *
     * @param models entities, embeddables, mapped superclasses, converters
     * @throws InvalidModel if a class cannot be mapped
     */
    public static Mapping build(
            ConnectionSource source, Naming naming, Collection<Class<?>> models) {
        Mapping mapping = describe(source, naming, models);
        try {
            mapping.factory();
            mapping.schema();
            return mapping;
        } catch (RuntimeException failed) {
            mapping.close();
            throw failed;
        }
    }

    /**
     * Determines the tables that classes need. The session factory is only created when it is
     * needed, because that is a third of the work and comparing tables does not need one.
     *
     * @param models entities, embeddables, mapped superclasses, converters
     * @throws InvalidModel if a class cannot be mapped; {@link #factory} finds problems that only
     *     concern sessions
     */
    public static Mapping describe(
            ConnectionSource source, Naming naming, Collection<Class<?>> models) {
        ModelChecks.check(models);
        BootstrapServiceRegistry bootstrap = bootstrap(loaders(models));
        StandardServiceRegistry services = null;
        try {
            services =
                    new StandardServiceRegistryBuilder(bootstrap)
                            .applySettings(settings(source, naming))
                            .build();
            MetadataSources sources =
                    new MetadataSources(services).addPackage(DynamicList.class.getPackageName());
            models.forEach(sources::addAnnotatedClass);
            MetadataBuilder metadataBuilder = sources.getMetadataBuilder();
            EntityNames.useSimpleNames(metadataBuilder, models);
            source.engine().fitGeneratedIds(metadataBuilder, models);
            Metadata metadata = metadataBuilder.build();
            IdentityBlocks.install(metadata);
            LinkTables.install(metadata);
            return new Mapping(bootstrap, services, metadata, models);
        } catch (RuntimeException failed) {
            if (services != null) {
                StandardServiceRegistryBuilder.destroy(services);
            }
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
            throw ModelChecks.explained(failed, models);
        }
    }

    private static BootstrapServiceRegistry bootstrap(Set<ClassLoader> loaders) {
        BootstrapServiceRegistryBuilder builder = new BootstrapServiceRegistryBuilder();
        ClassLoader first = loaders.iterator().next();
        if (loaders.size() == 1 && first instanceof LoaderWithoutServices) {
            builder.applyClassLoaderService(new KnownServices(first));
        } else {
            loaders.forEach(builder::applyClassLoader);
        }
        return builder.build();
    }

    /**
     * Returns the class loaders of the models: classes of cells are in the kernel's loader, which
     * Hibernate would not find.
     *
     * <p>Hibernate asks its loaders in no reliable order. So a loader that another one reaches is
     * not included; otherwise Hibernate might find another class with the same name.
     */
    private static Set<ClassLoader> loaders(Collection<Class<?>> models) {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        models.forEach(model -> loaders.add(model.getClassLoader()));
        ClassLoader own = Mapping.class.getClassLoader();
        if (loaders.stream().noneMatch(loader -> reaches(loader, own))) {
            loaders.add(own);
        }
        List<ClassLoader> all = new ArrayList<>(loaders);
        loaders.removeIf(
                one -> all.stream().anyMatch(other -> other != one && reaches(other, one)));
        return loaders;
    }

    private static boolean reaches(ClassLoader loader, ClassLoader other) {
        for (ClassLoader at = loader; at != null; at = at.getParent()) {
            if (at == other) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Object> settings(ConnectionSource source, Naming naming) {
        Map<String, Object> settings = source.engine().hibernateSettings();
        settings.putAll(naming.settings());
        settings.put(HibernateSettings.BUSY_TIMEOUT_MILLIS, source.settings().busyMillis());
        settings.put(JdbcSettings.CONNECTION_PROVIDER, new SourceConnections(source));
        // An implicit transaction must not take a connection before there is a statement to
        // send …
        settings.put(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
        // … and returns it at its end, so that an idle session holds none.
        settings.put(
                JdbcSettings.CONNECTION_HANDLING,
                PhysicalConnectionHandlingMode.DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION);
        // Query builds criteria; without this cache, each one would be translated into SQL again.
        settings.put(QuerySettings.CRITERIA_PLAN_CACHE_ENABLED, true);
        settings.put(BatchSettings.STATEMENT_BATCH_SIZE, BATCH);
        settings.put(BatchSettings.ORDER_INSERTS, true);
        settings.put(BatchSettings.ORDER_UPDATES, true);
        // The database rejects nulls, with a message that names the table and the column.
        settings.put(ValidationSettings.CHECK_NULLABILITY, false);
        settings.put(MappingSettings.XML_MAPPING_ENABLED, false);
        settings.put(MappingSettings.STATIC_METAMODEL_POPULATION, "disabled");
        return settings;
    }

    /** Returns Hibernate's metadata: tables, columns and keys of all models. */
    public Metadata metadata() {
        return metadata;
    }

    /**
     * Returns Hibernate's session factory, always the same one.
     *
     * @throws InvalidModel if a class cannot be mapped
     */
    public synchronized SessionFactoryImplementor factory() {
        if (factory == null) {
            factory = explained(() -> (SessionFactoryImplementor) metadata.buildSessionFactory());
            StaticMetamodel.fill(factory.getMetamodel());
        }
        return factory;
    }

    private <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            throw ModelChecks.explained(failed, models);
        }
    }

    /** Returns the dialect's message for a driver's error about a statement. */
    public String words(SQLException refused, String sql) {
        return services.requireService(JdbcServices.class)
                .getSqlExceptionHelper()
                .convert(refused, refused.getMessage(), sql)
                .getMessage();
    }

    /** Returns the tables of these classes and the statements that create them. */
    public synchronized Schema schema() {
        if (schema == null) {
            schema = explained(() -> Schema.of(metadata));
        }
        return schema;
    }

    /** Returns the service registry that the metadata was built with. */
    public StandardServiceRegistry services() {
        return services;
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
        }
        StandardServiceRegistryBuilder.destroy(services);
        BootstrapServiceRegistryBuilder.destroy(bootstrap);
    }
}
