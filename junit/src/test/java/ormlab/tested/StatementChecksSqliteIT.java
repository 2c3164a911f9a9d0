package ormlab.tested;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class StatementChecksSqliteIT extends StatementChecksCases {
    @BeforeAll
    static void start(@TempDir Path folder) {
        open(
                Map.of(
                        "hibernate.connection.url",
                        "jdbc:sqlite:" + folder.resolve("plain.sqlite"),
                        "hibernate.dialect",
                        "org.hibernate.community.dialect.SQLiteDialect"),
                "sqlite://");
    }

    @Override
    String books() {
        return "Book";
    }
}
