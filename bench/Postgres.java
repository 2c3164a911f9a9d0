import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Runs a PostgreSQL server until its standard input ends, and prints its port. */
public class Postgres {
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start()) {
            System.out.println(server.getPort());
            System.in.read();
        }
    }
}
