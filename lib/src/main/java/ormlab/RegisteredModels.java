package ormlab;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;
import ormlab.config.ConnectionSource;
import ormlab.error.OrmlabException;
import ormlab.mapping.Mapping;
import ormlab.naming.Naming;
import ormlab.session.Sessions;

/** The models of a database, until others are registered, and their sessions. */
final class RegisteredModels {
    private final ConnectionSource source;
    private Naming naming = Naming.snakeCase();
    private @Nullable Mapping mapping;
    private @Nullable Sessions sessions;

    /** Knows how values are stored before any model is registered. */
    private @Nullable Mapping empty;

    RegisteredModels(ConnectionSource source) {
        this.source = source;
    }

    synchronized void nameBy(Naming rules) {
        naming = rules;
    }

    synchronized void register(Collection<Class<?>> models) {
        source.requireOpen();
        release("naming the classes again");
        Mapping next = Mapping.build(source, naming, models);
        closeMapping();
        mapping = next;
        sessions = new Sessions(next.factory());
    }

    synchronized Mapping mapping() {
        source.requireOpen();
        if (mapping == null) {
            throw new OrmlabException(
                    "No models are registered yet. Register them first: db.models(User.class, …).");
        }
        return mapping;
    }

    synchronized Optional<Mapping> registered() {
        source.requireOpen();
        return Optional.ofNullable(mapping);
    }

    synchronized Sessions sessions() {
        mapping();
        return sessions;
    }

    /** Closes the calling thread's session for {@code purpose}, unless that would lose changes. */
    synchronized void release(String purpose) {
        if (sessions != null) {
            sessions.releaseCurrent(purpose);
        }
    }

    synchronized void closeSession() {
        if (sessions != null) {
            sessions.closeCurrent();
        }
    }

    /**
     * Returns the message for a driver's error; once there are models, the dialect words it better.
     */
    synchronized String words(SQLException refused, String sql) {
        return mapping == null ? refused.getMessage() : mapping.words(refused, sql);
    }

    /** Returns a session factory that knows how values are stored, even before there are models. */
    synchronized SessionFactoryImplementor types() {
        if (mapping == null && empty == null) {
            empty = Mapping.build(source, naming, Set.of());
        }
        return (mapping == null ? empty : mapping).factory();
    }

    synchronized void close() {
        closeMapping();
        if (empty != null) {
            empty.close();
        }
    }

    private void closeMapping() {
        if (mapping != null) {
            sessions.close();
            mapping.close();
            mapping = null;
            sessions = null;
        }
    }
}
