package ormlab.dialect.internal.model;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;

/**
 * Registers the dialects' checks that run before a row is written. Hibernate discovers this class.
 */
public final class DialectIntegrator implements Integrator {
    /** Called by Hibernate. */
    public DialectIntegrator() {}

    @Override
    public void integrate(
            Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        if (metadata.getDatabase().getDialect() instanceof ModelAwareDialect) {
            EventListenerRegistry listeners = factory.getEventListenerRegistry();
            DigitsCheck check = new DigitsCheck();
            listeners.appendListeners(EventType.PRE_INSERT, check);
            listeners.appendListeners(EventType.PRE_UPDATE, check);
        }
    }
}
