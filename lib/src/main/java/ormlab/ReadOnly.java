package ormlab;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.SessionEventListener;
import ormlab.config.ConnectionSource;
import ormlab.session.DbSession;
import ormlab.session.Sessions;

/**
 * Opens sessions and transactions that only read, on a replica where there is one.
 *
 * <pre>{@code
 * var settings = ConnectionSettings.defaults().replicas("postgresql://replica/shop");
 * var db = Database.open("postgresql://primary/shop", settings).models(Post.class);
 * long posts = db.readOnly().inTransaction(session -> session.query(Post.class).count());
 * }</pre>
 *
 * <p>Each transaction uses one server. It uses a replica that has replayed every commit of the
 * calling thread, so a thread sees its own writes; the newest writes of other threads may be
 * missing. If no replica has replayed them, or none answers, the transaction uses the primary, as
 * it does without replicas and on SQLite. It cannot write on any of them.
 *
 * <p>Objects are loaded without the copy that a dirty check needs, so changes to them are neither
 * noticed nor stored. Adding or deleting an object and sending a statement that writes are errors.
 *
 * <p>Immutable: each method returns a changed copy.
 */
public final class ReadOnly {
    private final ConnectionSource source;
    private final Supplier<Sessions> sessions;
    private final String token;

    ReadOnly(ConnectionSource source, Supplier<Sessions> sessions, String token) {
        this.source = source;
        this.sessions = sessions;
        this.token = token;
    }

    /**
     * Returns a token for the calling thread's last commit, to pass to {@link #after}. If you keep
     * it in a cookie, a visitor's next request sees that commit. Empty without replicas, and before
     * the first commit.
     */
    public Optional<String> lastCommit() {
        return source.lastCommit();
    }

    /**
     * Requires that reads see the commit that a token identifies, even if another thread or process
     * made it.
     *
     * @param commit from {@link #lastCommit()}; any other text is ignored, because it may come from
     *     a visitor
     */
    public ReadOnly after(String commit) {
        return new ReadOnly(source, sessions, commit);
    }

    /**
     * Runs code in its own transaction, which cannot write, and returns the code's result. Within
     * the code, {@link Database#session()} returns the same session.
     */
    public <R> R inTransaction(Function<? super DbSession, ? extends R> work) {
        return sessions.get().inReadOnlyTransaction(listener(), work);
    }

    /**
     * Opens a session that cannot write; the caller closes it. Each of its transactions, which end
     * at a commit or rollback, may use a different server.
     */
    public DbSession openSession() {
        return sessions.get().openReadOnly(listener());
    }

    private Optional<SessionEventListener> listener() {
        return token.isEmpty() ? Optional.empty() : source.after(token);
    }
}
