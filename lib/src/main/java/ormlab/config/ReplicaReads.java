package ormlab.config;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionEventListener;
import ormlab.dialect.DatabaseAddress;
import ormlab.dialect.Engine;
import ormlab.dialect.Replication;
import ormlab.host.Host;
import ormlab.internal.replica.Replicas;

/** The replicas of a primary, and the commits that each thread must see on them. */
final class ReplicaReads implements AutoCloseable {
    /** Marks a commit that was sent, but whose position in the log is unknown. */
    private static final String UNKNOWN = "";

    private final DataSource primary;
    private final Replication replication;
    private final Replicas replicas;
    private final Map<Object, String> commits = Collections.synchronizedMap(new WeakHashMap<>());
    private final ThreadLocal<String> required;

    private ReplicaReads(DataSource primary, Replication replication) {
        this.primary = primary;
        this.replication = replication;
        this.replicas = new Replicas(replication);
        this.required = ThreadLocal.withInitial(replication::start);
    }

    /** Refuses replicas for a database that cannot have any, and replicas of a different kind. */
    static Optional<Replication> check(DatabaseUrl primary, ConnectionSettings settings) {
        if (settings.replicas().isEmpty()) {
            return Optional.empty();
        }
        Engine engine = primary.engine();
        if (engine.replication().isEmpty()) {
            throw new InvalidDatabaseUrl(
                    ("%s has no replicas: a database is one place, here '%s'. Leave out"
                                    + " replicas(…) and DATABASE_REPLICA_URL, or use PostgreSQL.")
                            .formatted(engine.name(), primary));
        }
        for (DatabaseUrl replica : settings.replicas()) {
            if (replica.engine() != engine) {
                throw new InvalidDatabaseUrl(
                        "The replica '%s' is not a %s database, and the primary '%s' is. A replica is a copy of its primary, so correct its URL."
                                .formatted(replica, engine.name(), primary));
            }
        }
        return engine.replication();
    }

    static ReplicaReads open(
            DataSource primary,
            Replication replication,
            ConnectionSettings settings,
            Supplier<HikariConfig> pool) {
        ReplicaReads reads = new ReplicaReads(primary, replication);
        for (DatabaseUrl url : settings.replicas()) {
            DatabaseAddress address = url.address();
            reads.replicas.add(
                    url.toString(),
                    address.engine().connections(address, settings.options().ofReplica()),
                    pool.get());
        }
        return reads;
    }

    /** Returns a connection to a replica that has the thread's own commits, or empty. */
    Optional<Connection> connection() throws SQLException {
        return replicas.connection(replication.later(lastCommit(), required.get()));
    }

    private String lastCommit() throws SQLException {
        String last = commits.getOrDefault(scope(), replication.start());
        if (last.equals(UNKNOWN)) {
            try (Connection connection = primary.getConnection()) {
                committed(connection);
            }
            last = commits.get(scope());
        }
        return last;
    }

    private static Object scope() {
        return Host.current().<Object>map(host -> host).orElseGet(Thread::currentThread);
    }

    /** Called before a commit, which may have happened even if the server's reply is lost. */
    void committing() {
        commits.put(scope(), UNKNOWN);
    }

    /** Called after a commit, with a connection whose transaction has ended. */
    void committed(Connection connection) {
        try {
            connection.setAutoCommit(true);
            String position = replication.position(connection);
            connection.setAutoCommit(false);
            commits.put(scope(), position);
        } catch (SQLException lost) {
            // The commit itself succeeded; the next read asks for its position again.
        }
    }

    /** Returns where the thread's last commit is in the log; empty if there was none. */
    Optional<String> token() throws SQLException {
        String last = lastCommit();
        return last.equals(replication.start()) ? Optional.empty() : Optional.of(last);
    }

    /** Returns a listener that makes a session's connections see a commit of another session. */
    SessionEventListener after(String token) {
        return new SessionEventListener() {
            private static final long serialVersionUID = 1L;

            @Override
            public void jdbcConnectionAcquisitionStart() {
                if (replication.isPosition(token)) {
                    required.set(token);
                }
            }

            @Override
            public void jdbcConnectionAcquisitionEnd() {
                required.remove();
            }
        };
    }

    @Override
    public void close() {
        replicas.close();
    }

    @Override
    public String toString() {
        return replicas.toString();
    }
}
