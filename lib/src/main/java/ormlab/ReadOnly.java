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
 * <p>Each transaction uses one server. A replica is used if it has replayed every commit that the
 * calling thread has made, so a thread finds its own writes; other threads' newest writes may be
 * missing. If no replica has replayed them, or none answers, the primary is used. The same holds
 * without replicas and on SQLite, and nothing can be written anywhere.
 *
 * <p>Objects are loaded without a copy to compare them with, so changes to them are not noticed and
 * not stored. Adding, deleting, and statements that write are errors.
 *
 * <p>A value: each method returns a changed copy.
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
     * Returns a token of the calling thread's last commit, for {@link #after}: in a cookie, it lets
     * a visitor's next request see it. Empty without replicas, and before the first commit.
     */
    public Optional<String> lastCommit() {
        return source.lastCommit();
    }

    /**
     * Requires that the commit of a token is seen, which another thread or process made.
     *
     * @param commit from {@link #lastCommit()}; any other text counts as none, because it may come
     *     from a visitor
     */
    public ReadOnly after(String commit) {
        return new ReadOnly(source, sessions, commit);
    }

    /**
     * Runs code in a transaction of its own that cannot write, and returns the code's result.
     * Within the code, {@link Database#session()} returns the same session.
     */
    public <R> R inTransaction(Function<? super DbSession, ? extends R> work) {
        return sessions.get().inReadOnlyTransaction(listener(), work);
    }

    /**
     * Opens a session that cannot write; the caller closes it. Each of its transactions, which end
     * at commit and rollback, may use another server.
     */
    public DbSession openSession() {
        return sessions.get().openReadOnly(listener());
    }

    private Optional<SessionEventListener> listener() {
        return token.isEmpty() ? Optional.empty() : source.after(token);
    }
}
