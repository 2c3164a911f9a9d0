package ormlab.internal.identity;

import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.InsertCoordinator;
import org.hibernate.persister.state.internal.AbstractStateManagement;

/** Lets Hibernate insert rows of one table with an id and without one, each as fast as it can. */
public final class InsertsById extends AbstractStateManagement {
    /** The one instance; Hibernate finds it by this name. */
    public static final InsertsById INSTANCE = new InsertsById();

    private InsertsById() {}

    @Override
    public InsertCoordinator createInsertCoordinator(EntityPersister persister) {
        return persister.getGenerator() instanceof IdentityBlocks
                ? new BatchedInsert(persister, persister.getFactory())
                : super.createInsertCoordinator(persister);
    }
}
