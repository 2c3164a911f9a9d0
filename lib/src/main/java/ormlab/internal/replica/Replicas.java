package ormlab.internal.replica;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import ormlab.dialect.Replication;

/** The servers to read from, which take turns. Thread-safe. */
public final class Replicas implements AutoCloseable {
    private final Replication replication;
    private final List<Replica> replicas = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** Creates an object without servers. */
    public Replicas(Replication replication) {
        this.replication = replication;
    }

    /**
     * Adds a server, which need not be running yet.
     *
     * @param shown its URL without its password
     * @param unpooled opens connections to it
     * @param pool settings of its pool
     */
    public void add(String shown, DataSource unpooled, HikariConfig pool) {
        replicas.add(new Replica(shown, replication, unpooled, pool));
    }

    /** Returns a connection that sees every commit up to a position; empty if no replica does. */
    public Optional<Connection> connection(String position) {
        int first = turn.getAndIncrement();
        for (int i = 0; i < replicas.size(); i++) {
            Replica next = replicas.get(Math.floorMod(first + i, replicas.size()));
            Optional<Connection> connection = next.connection(position);
            if (connection.isPresent()) {
                return connection;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
    }

    /** Returns the URLs of the servers, without their passwords. */
    @Override
    public String toString() {
        return String.join(", ", replicas.stream().map(Replica::toString).toList());
    }
}
