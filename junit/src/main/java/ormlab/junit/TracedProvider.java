package ormlab.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.connections.spi.DatabaseConnectionInfo;
import org.hibernate.engine.jdbc.env.spi.ExtractedDatabaseMetaData;
import org.hibernate.service.Service;
import org.hibernate.service.spi.Configurable;
import org.hibernate.service.spi.InjectService;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.service.spi.Startable;
import org.hibernate.service.spi.Stoppable;
import ormlab.config.Transactional;

/** Wraps Hibernate's own connection provider, so that its connections can be traced. */
final class TracedProvider
        implements ConnectionProvider,
                Configurable,
                Startable,
                Stoppable,
                ServiceRegistryAwareService {
    private static final long serialVersionUID = 1L;

    private final ConnectionProvider provider;

    TracedProvider(ConnectionProvider provider) {
        this.provider = provider;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return traced(provider.getConnection());
    }

    @Override
    public Connection getReadOnlyConnection() throws SQLException {
        return traced(provider.getReadOnlyConnection());
    }

    /** Returns a traced connection; one from the library's own Database needs no wrapper. */
    private static Connection traced(Connection connection) throws SQLException {
        return connection.isWrapperFor(Transactional.class)
                ? connection
                : TracedConnection.of(connection);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        provider.closeConnection(raw(connection));
    }

    @Override
    public void closeReadOnlyConnection(Connection connection) throws SQLException {
        provider.closeReadOnlyConnection(raw(connection));
    }

    private static Connection raw(Connection connection) {
        return Proxy.isProxyClass(connection.getClass())
                        && Proxy.getInvocationHandler(connection) instanceof TracedConnection traced
                ? traced.connection()
                : connection;
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return provider.supportsAggressiveRelease();
    }

    @Override
    public boolean handlesConnectionSchema() {
        return provider.handlesConnectionSchema();
    }

    @Override
    public boolean handlesConnectionReadOnly() {
        return provider.handlesConnectionReadOnly();
    }

    @Override
    public DatabaseConnectionInfo getDatabaseConnectionInfo(
            Dialect dialect, ExtractedDatabaseMetaData metadata) {
        return provider.getDatabaseConnectionInfo(dialect, metadata);
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return provider.isUnwrappableAs(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return provider.unwrap(type);
    }

    /**
     * Passes on a call: Hibernate sets up a provider through these interfaces and an annotation.
     */
    @Override
    public void injectServices(ServiceRegistryImplementor registry) {
        for (Method method : provider.getClass().getMethods()) {
            if (method.isAnnotationPresent(InjectService.class)) {
                inject(method, registry);
            }
        }
        if (provider instanceof ServiceRegistryAwareService aware) {
            aware.injectServices(registry);
        }
    }

    private void inject(Method method, ServiceRegistryImplementor registry) {
        try {
            Class<? extends Service> role = method.getParameterTypes()[0].asSubclass(Service.class);
            method.invoke(provider, registry.getService(role));
        } catch (IllegalAccessException | InvocationTargetException refused) {
            throw new HibernateException(
                    "Cannot set up " + provider + " for a trace: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void configure(Map<String, Object> settings) {
        if (provider instanceof Configurable configurable) {
            configurable.configure(settings);
        }
    }

    @Override
    public void start() {
        if (provider instanceof Startable startable) {
            startable.start();
        }
    }

    @Override
    public void stop() {
        if (provider instanceof Stoppable stoppable) {
            stoppable.stop();
        }
    }
}
