package ormlab.session;

import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.persister.entity.EntityPersister;

/** Takes back the ids of objects whose insert was rolled back. */
final class RolledBackIds {
    private RolledBackIds() {}

    /**
     * Resets the ids that Hibernate or the database generated. An id of several parts stays,
     * because the program assigned them, and Hibernate can't set all of them to nothing.
     */
    static void reset(Iterable<Object> inserted, SharedSessionContractImplementor session) {
        for (Object entity : inserted) {
            EntityPersister persister = session.getEntityPersister(null, entity);
            if (persister.getIdentifierMapping() instanceof BasicEntityIdentifierMapping) {
                persister.resetIdentifier(
                        entity,
                        persister.getIdentifier(entity, session),
                        persister.getVersion(entity),
                        session);
            }
        }
    }
}
