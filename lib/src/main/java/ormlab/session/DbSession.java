package ormlab.session;

import java.sql.Connection;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.picture.Rows;
import ormlab.query.Query;

/**
 * Hibernate's Session with the method names of SQLAlchemy's.
 *
 * <p>It is an {@link org.hibernate.Session}, so everything that Hibernate offers is here as well. A
 * transaction begins automatically: at the start, and after each commit and rollback. Added objects
 * are sent at the next flush: at {@link #flush()}, at {@link #commit()}, and before a query.
 *
 * <p>A session belongs to one thread; in any other, it throws {@link WrongThread}.
 */
public interface DbSession extends Session {
    /**
     * Opens a session on a connection whose transaction the caller commits or rolls back. Close the
     * session before the connection.
     *
     * @param connection a connection that ignores commit and rollback; null for one from the
     *     factory
     */
    static DbSession on(@Nullable Connection connection, SessionFactoryImplementor factory) {
        return DelegatingSession.on(connection, factory);
    }

    /**
     * Adds an object, to be inserted at the next flush. Adding a managed object again changes
     * nothing.
     *
     * @throws OrmlabException if its class is not a registered model, or if the object is detached
     * @see org.hibernate.Session#persist(Object)
     */
    void add(Object entity);

    /**
     * Adds several objects in any order: objects that others refer to are inserted first.
     *
     * @see #add(Object)
     */
    void addAll(Object... entities);

    /**
     * Adds all objects of a collection.
     *
     * <p>For ten or more objects of a class, the flush takes all ids at once and sends the rows in
     * batches; fewer are inserted one by one. To fill a table with more objects than the session
     * should manage, see {@link #insertAll}.
     *
     * @see #add(Object)
     */
    void addAll(Iterable<?> entities);

    /**
     * Inserts many new objects at once, without managing them: the fastest way to fill a table.
     *
     * <p>Unlike {@link #addAll(Iterable)}, it sends the rows now. The objects get their ids but are
     * detached, so later changes to them are not stored. The session keeps none of them in memory,
     * so there can be any number. Nothing is cascaded; objects that they refer to must be stored
     * already. Objects that were added before are flushed first. The rows belong to this session's
     * transaction: {@link #commit()} stores them and {@link #rollback()} discards them, although
     * the objects keep their ids.
     *
     * @return how many rows were inserted
     * @throws OrmlabException if one of the objects is not new
     * @see org.hibernate.StatelessSession#insertMultiple(List)
     */
    <E> long insertAll(Iterable<E> entities);

    /**
     * Marks an object for deletion at the next flush; one that was only added is forgotten.
     *
     * @see org.hibernate.Session#remove(Object)
     */
    void delete(Object entity);

    /**
     * Copies the values of a detached object into a managed one, which it loads if necessary, and
     * returns the managed object.
     *
     * @throws jakarta.persistence.OptimisticLockException if its row has been deleted
     * @see org.hibernate.Session#merge(Object)
     */
    @Override
    <T> T merge(T entity);

    /**
     * Sends pending inserts, updates and deletes. New objects get their ids; nothing is committed.
     */
    @Override
    void flush();

    /**
     * Flushes and commits; a new transaction begins.
     *
     * @throws RollbackRequired if an earlier flush failed and {@link #rollback()} has not been
     *     called since
     */
    void commit();

    /**
     * Discards everything since the last commit; a new transaction begins.
     *
     * <p>New objects are transient again, without an id. All others are detached: they may now
     * differ from the database, so load them again.
     */
    void rollback();

    /**
     * Runs a statement that you wrote, in this session's transaction: INSERT, UPDATE, DELETE, or
     * CREATE TABLE and the like. Pending changes are flushed first.
     *
     * <p>Objects that this session has loaded keep their old values; refresh or load them again.
     *
     * @param sql one statement, with {@code ?} for each bind
     * @param binds converted as attributes of the same class would be; an enum becomes its name
     * @return how many rows were inserted, updated or deleted; 0 for other statements
     * @throws OrmlabException if {@code sql} begins or ends a transaction: {@link #commit()} and
     *     {@link #rollback()} do that
     * @see ormlab.Database#rows(String, Object...)
     */
    int execute(String sql, @Nullable Object... binds);

    /**
     * Runs a query that you wrote, in this session's transaction, so it sees the session's
     * uncommitted changes. Pending changes are flushed first.
     *
     * @param sql one query, with {@code ?} for each bind
     * @param binds converted as attributes of the same class would be; an enum becomes its name
     */
    Rows rows(String sql, @Nullable Object... binds);

    /** Starts a query that matches every row of a registered model. */
    <T> Query<T> query(Class<T> model);

    /** Returns an object's state in this session. Sends nothing. */
    EntityState state(Object entity);

    /** Lists what the next flush would send, in no particular order. Sends nothing. */
    List<PendingChange> changes();

    /** Discards uncommitted changes and closes the session. Closing it twice does nothing. */
    @Override
    void close();
}
