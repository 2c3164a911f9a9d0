package ormlab.session;

import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.event.spi.PreFlushEvent;
import org.hibernate.event.spi.PreFlushEventListener;
import ormlab.internal.advice.TraceNotes;

/**
 * Passes added objects to Hibernate before each flush, whether a commit, a query or a lazy list
 * caused it.
 */
final class PendingFlush
        implements AutoFlushEventListener, FlushEventListener, PreFlushEventListener {
    private static final long serialVersionUID = 1L;

    static void register(EventListenerRegistry registry) {
        PendingFlush listener = new PendingFlush();
        registry.prependListeners(EventType.AUTO_FLUSH, listener);
        registry.prependListeners(EventType.FLUSH, listener);
        registry.prependListeners(EventType.PRE_FLUSH, listener);
    }

    @Override
    public void onAutoFlush(AutoFlushEvent event) {
        TraceNotes.queryStarts(event.getSession());
        persistPending(event.getSession());
    }

    @Override
    public void onFlush(FlushEvent event) {
        persistPending(event.getSession());
    }

    @Override
    public void onAutoPreFlush(PreFlushEvent event) {
        persistPending(event.getSession());
    }

    private static void persistPending(EventSource session) {
        if (session.getInterceptor() instanceof PendingObjects pending) {
            pending.beforeFlush(session);
        }
    }
}
