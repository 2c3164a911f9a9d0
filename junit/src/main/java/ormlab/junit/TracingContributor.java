package ormlab.junit;

import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.jdbc.connections.internal.ConnectionProviderInitiator;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/** Makes Hibernate's connections traceable, in each SessionFactory of a project's tests. */
public final class TracingContributor implements ServiceContributor {
    /** Created by Hibernate. */
    public TracingContributor() {}

    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        builder.addInitiator(new TracedProviders());
    }

    private static final class TracedProviders
            implements StandardServiceInitiator<ConnectionProvider> {
        @Override
        public Class<ConnectionProvider> getServiceInitiated() {
            return ConnectionProvider.class;
        }

        @Override
        public ConnectionProvider initiateService(
                Map<String, Object> settings, ServiceRegistryImplementor registry) {
            ConnectionProvider provider =
                    ConnectionProviderInitiator.INSTANCE.initiateService(settings, registry);
            // Multi-tenant projects have no provider, so their connections are not traced.
            return provider == null ? provider : new TracedProvider(provider);
        }
    }
}
