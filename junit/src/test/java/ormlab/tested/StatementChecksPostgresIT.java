package ormlab.tested;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class StatementChecksPostgresIT extends StatementChecksCases {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        // With only four rows, PostgreSQL would scan the table in spite of an index.
        String url = server.getJdbcUrl("postgres", "postgres") + "&options=-c%20enable_seqscan=off";
        open(
                Map.of("hibernate.connection.url", url),
                "postgresql://postgres@localhost:" + server.getPort() + "/template1");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    String books() {
        return "book";
    }
}
