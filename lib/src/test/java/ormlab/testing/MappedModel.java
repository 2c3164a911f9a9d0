package ormlab.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.query.SelectionQuery;
import ormlab.dialect.Engine;
import ormlab.naming.EntityNames;
import ormlab.naming.Naming;
import ormlab.schema.Schema;

/** Plain Hibernate with some classes and one database, without the rest of the library. */
public final class MappedModel implements AutoCloseable {
    private final String jdbcUrl;
    private final StandardServiceRegistry registry;
    private final Metadata metadata;
    private SessionFactory factory;

    private MappedModel(String jdbcUrl, Map<String, Object> more, Class<?>... classes) {
        this.jdbcUrl = jdbcUrl;
        Engine engine = Engine.of(jdbcUrl);
        Map<String, Object> settings = engine.hibernateSettings();
        settings.putAll(Naming.snakeCase().settings());
        settings.put("hibernate.connection.url", jdbcUrl);
        settings.put("hibernate.connection.pool_size", 1);
        // Hibernate's own pool runs only one statement; the URL turns foreign keys on.
        List<String> atConnect = engine.connectionStatements();
        settings.put("hibernate.connection.init_sql", atConnect.get(atConnect.size() - 1));
        settings.putAll(more);
        BootstrapServiceRegistryBuilder loaders = new BootstrapServiceRegistryBuilder();
        Arrays.stream(classes)
                .map(Class::getClassLoader)
                .distinct()
                .forEach(loaders::applyClassLoader);
        registry =
                new StandardServiceRegistryBuilder(loaders.build()).applySettings(settings).build();
        MetadataSources sources = new MetadataSources(registry).addAnnotatedClasses(classes);
        MetadataBuilder builder = sources.getMetadataBuilder();
        EntityNames.useSimpleNames(builder, List.of(classes));
        engine.fitGeneratedIds(builder, List.of(classes));
        metadata = builder.build();
    }

    /** Maps classes to the database of a JDBC URL. */
    public static MappedModel of(String jdbcUrl, Map<String, Object> more, Class<?>... classes) {
        return new MappedModel(jdbcUrl, more, classes);
    }

    public Metadata metadata() {
        return metadata;
    }

    public Schema schema() {
        return Schema.of(metadata);
    }

    public synchronized SessionFactory factory() {
        if (factory == null) {
            factory = metadata.buildSessionFactory();
        }
        return factory;
    }

    public List<String> createTables() {
        return onConnection(connection -> schema().createMissing(connection));
    }

    /** Runs code in its own transaction. */
    public void write(Consumer<Session> work) {
        factory().inTransaction(work);
    }

    /** Runs code in its own transaction and returns its result. */
    public <R> R read(Function<Session, R> work) {
        return factory().fromTransaction(work);
    }

    /**
     * Runs an HQL query in its own transaction, with binds for {@code ?1}, {@code ?2} and so on.
     */
    public <R> List<R> ask(Class<R> type, String hql, Object... binds) {
        return read(
                session -> {
                    SelectionQuery<R> query = session.createSelectionQuery(hql, type);
                    for (int i = 0; i < binds.length; i++) {
                        query.setParameter(i + 1, binds[i]);
                    }
                    return query.getResultList();
                });
    }

    /** Runs an HQL query that returns exactly one row. */
    public <R> R askOne(Class<R> type, String hql, Object... binds) {
        List<R> rows = ask(type, hql, binds);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows instead of 1: " + rows);
        }
        return rows.get(0);
    }

    /** Runs a statement directly, without Hibernate. */
    public void sql(String statement) {
        onConnection(
                connection -> {
                    try (Statement running = connection.createStatement()) {
                        return running.execute(statement);
                    }
                });
    }

    /**
     * Runs a query directly, without Hibernate; returns each row's values as text separated by
     * bars.
     */
    public List<String> rows(String query) {
        return onConnection(
                connection -> {
                    List<String> rows = new ArrayList<>();
                    try (Statement running = connection.createStatement();
                            ResultSet result = running.executeQuery(query)) {
                        while (result.next()) {
                            List<String> values = new ArrayList<>();
                            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                                values.add(result.getString(i));
                            }
                            rows.add(String.join("|", values));
                        }
                    }
                    return rows;
                });
    }

    /** Runs code on its own connection. */
    public <R> R onConnection(OnConnection<R> work) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            return work.run(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    /** Work that may throw a SQLException. */
    public interface OnConnection<R> {
        R run(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
