package ormlab.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.engine.jdbc.env.spi.AnsiSqlKeywords;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class ReservedWordsTest {
    /** SQLite's other keywords, most of which it also accepts as names. */
    private static final String SQLITE_KEYWORDS =
            "abort action after always analyze attach before begin by cascade conflict cross"
                    + " current database deferred desc detach do each end exclude exclusive explain"
                    + " fail filter first following for full generated glob groups ignore immediate"
                    + " indexed initially inner instead key last left like match materialized natural"
                    + " no nulls of offset others outer over partition plan pragma preceding query"
                    + " raise range recursive regexp reindex release rename replace restrict right"
                    + " rollback row rows savepoint temp temporary ties trigger unbounded vacuum view"
                    + " virtual window with without";

    /** Tries every word that a standard or database reserves, as a table and as a column. */
    @OnSqliteAndPostgres
    void the_words_are_exactly_those_that_the_database_rejects(TestDatabase database)
            throws SQLException {
        Set<String> candidates = new TreeSet<>();
        new AnsiSqlKeywords().sql2003().forEach(word -> candidates.add(word.toLowerCase()));
        candidates.addAll(Set.of(SQLITE_KEYWORDS.split(" ")));
        Engine.all().forEach(each -> candidates.addAll(each.profile().reservedWords()));
        Set<String> refused = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            for (String word : candidates) {
                if (isRefused(statement, word)) {
                    refused.add(word);
                }
            }
        }
        String url = database.jdbcUrl();
        assertThat(new TreeSet<>(Engine.of(url).profile().reservedWords())).isEqualTo(refused);
    }

    private static boolean isRefused(Statement statement, String word) {
        try {
            statement.execute("create table " + word + " (id integer, " + word + " integer)");
            statement.execute("insert into " + word + " (" + word + ") values (1)");
            statement.execute("update " + word + " set " + word + " = 2 where " + word + " = 1");
            statement.execute(
                    "select x."
                            + word
                            + " from "
                            + word
                            + " x where "
                            + word
                            + " = 2 order by x."
                            + word);
            statement.execute("create index ix_" + word + " on " + word + " (" + word + ")");
            statement.execute("drop table " + word);
            return false;
        } catch (SQLException refused) {
            return true;
        }
    }
}
