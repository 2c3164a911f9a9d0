package ormlab.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.internal.identity.IdBlocks;

/** Inserts objects through a stateless session, a thousand at a time. */
final class BulkInsert {
    private static final int ROWS = 1_000;

    private final StatelessSession stateless;
    private final List<Object> waiting = new ArrayList<>(ROWS);
    private long inserted;

    BulkInsert(StatelessSession stateless) {
        this.stateless = stateless;
    }

    void add(Object entity) {
        waiting.add(entity);
        if (waiting.size() == ROWS) {
            send();
        }
    }

    long finish() {
        send();
        return inserted;
    }

    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        SharedSessionContractImplementor session = (SharedSessionContractImplementor) stateless;
        IdBlocks ids = ((IdBlocks.Holder) session.getInterceptor()).idBlocks();
        try {
            counts(session).forEach((persister, count) -> ids.take(persister, count, session));
            stateless.insertMultiple(waiting);
            inserted += waiting.size();
        } finally {
            waiting.clear();
            ids.close();
        }
    }

    private Map<EntityPersister, Integer> counts(SharedSessionContractImplementor session) {
        Map<EntityPersister, Integer> counts = new HashMap<>();
        for (Object entity : waiting) {
            EntityPersister persister = session.getEntityPersister(null, entity);
            counts.merge(persister.getRootEntityDescriptor().getEntityPersister(), 1, Integer::sum);
        }
        return counts;
    }
}
