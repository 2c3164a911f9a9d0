package ormlab.migrate;

import java.sql.Connection;
import java.util.function.Supplier;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import ormlab.error.OrmlabException;
import ormlab.migrate.history.BorrowedConnection;
import ormlab.migrate.history.ReversibleMigration;
import ormlab.session.DbSession;

/**
 * A migration of data, written with entities: name the class like a file, and register it.
 *
 * <pre>{@code
 * class V3__fill_slugs extends EntityMigration {
 *     public void upgrade(DbSession session) {
 *         session.query(Post.class).all().forEach(post -> post.setSlug(Slug.of(post.getTitle())));
 *     }
 * }
 * db.migrations().with(new V3__fill_slugs()).upgrade();
 * }</pre>
 *
 * <p>It runs in one transaction with the other migrations of its run, so all of them succeed or
 * none.
 *
 * <p>The classes are the current ones, but the tables are those of this version. If you later add a
 * column to a class, a database that runs all migrations from the beginning does not have that
 * column yet when it runs this one. So for a migration that you will keep, prefer HQL that names
 * its columns: {@code session.createMutationQuery("update Post set slug =
 * lower(title)").executeUpdate()}.
 */
public abstract class EntityMigration extends BaseJavaMigration implements ReversibleMigration {
    private Supplier<SessionFactoryImplementor> factory =
            () -> {
                throw new OrmlabException(
                        ("Register the migration with the database that it is for:"
                                        + " db.migrations().with(new %s()).")
                                .formatted(getClass().getSimpleName()));
            };

    /** Takes the version and the description from the name of the class. */
    protected EntityMigration() {}

    void use(Supplier<SessionFactoryImplementor> sessions) {
        factory = sessions;
    }

    /**
     * Changes the data, in the migration's transaction. The session is flushed at the end. To stop,
     * throw an exception; do not roll back.
     *
     * @throws Exception any error undoes the whole run
     */
    public abstract void upgrade(DbSession session) throws Exception;

    /**
     * Undoes the change. Unless you override it, the migration cannot be undone.
     *
     * @throws Exception any error undoes the whole downgrade
     */
    public void downgrade(DbSession session) throws Exception {
        throw new OrmlabException(
                "Migration " + getVersion() + ", " + getDescription() + " cannot be undone.");
    }

    @Override
    public final boolean isReversible() {
        try {
            return getClass().getMethod("downgrade", DbSession.class).getDeclaringClass()
                    != EntityMigration.class;
        } catch (NoSuchMethodException inherited) {
            return false;
        }
    }

    @Override
    public final void migrate(Context context) throws Exception {
        inSession(context.getConnection(), this::upgrade);
    }

    @Override
    public final void undo(Context context) throws Exception {
        inSession(context.getConnection(), this::downgrade);
    }

    private interface Work {
        void run(DbSession session) throws Exception;
    }

    private void inSession(Connection connection, Work work) throws Exception {
        BorrowedConnection borrowed = new BorrowedConnection(connection);
        try (DbSession session = DbSession.on(borrowed.asConnection(), factory.get())) {
            work.run(session);
            if (borrowed.isRolledBack()) {
                throw new OrmlabException(
                        "The migration rolled back its session, and a migration runs completely"
                                + " or not at all. To abandon it, throw an exception.");
            }
            session.commit(); // flushes; this connection ignores commits
        }
    }
}
