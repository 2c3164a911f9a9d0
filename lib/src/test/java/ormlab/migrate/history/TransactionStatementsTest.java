package ormlab.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ormlab.dialect.Engine;

/** Statements that begin or end a transaction are distinguished from the same words elsewhere. */
class TransactionStatementsTest {
    private static final Engine SQLITE = Engine.of("jdbc:sqlite:");
    private static final Engine POSTGRES = Engine.of("jdbc:postgresql:");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "BEGIN TRANSACTION",
                "begin immediate",
                "commit",
                "Commit Work",
                "end",
                "end transaction",
                "rollback",
                "rollback to savepoint s",
                "savepoint s",
                "release s",
                "release savepoint s",
                "abort",
                "start transaction isolation level serializable",
                "prepare transaction 'x'"
            })
    void each_of_them_is_found_on_both_databases(String statement) {
        for (Engine engine : new Engine[] {SQLITE, POSTGRES}) {
            assertThat(TransactionStatements.in(statement, engine))
                    .containsExactly(statement + " in line 1");
            assertThat(
                            TransactionStatements.in(
                                    "select ';' ;\n\n-- end\n/* x */ " + statement + "\n;", engine))
                    .containsExactly(statement + " in line 4");
        }
    }

    @Test
    void a_dump_names_each_of_its_lines() {
        String dump =
                """
                PRAGMA foreign_keys=OFF;
                BEGIN TRANSACTION;
                CREATE TABLE t (a text);
                INSERT INTO t VALUES('commit; begin;');
                CREATE TRIGGER log AFTER INSERT ON t BEGIN
                  UPDATE t SET a = CASE WHEN a = ';' THEN 'end' END;
                  SELECT 1;
                END;
                COMMIT;
                """;
        assertThat(TransactionStatements.in(dump, SQLITE))
                .containsExactly(
                        "PRAGMA foreign_keys=OFF in line 1",
                        "BEGIN TRANSACTION in line 2",
                        "COMMIT in line 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (\"begin\" text, [commit] text, `end` text)",
                "create table t (begin text); select 1",
                "insert into t values ('it''s; commit;'); -- commit;\n/* rollback; */ select 1",
                "create temp trigger if not exists t1 after insert on t begin delete from t; end",
                "pragma foreign_keys; pragma table_info(t)",
                "select case when a then b end; select 1"
            })
    void other_uses_of_the_words_are_not_found_on_sqlite(String sql) {
        assertThat(TransactionStatements.in(sql, SQLITE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin perform 1; commit; end $$; select 1",
                "create function f() returns int language plpgsql as $body$\nbegin\n return 1; end;\n$body$; select 1",
                "create function f() returns int begin atomic select 1; select 2; end; select 1",
                "insert into t values (E'it\\'s; commit; '); select 1",
                "/* a /* nested; */ commit; */ select 1",
                "prepare p as select 1; select $1; execute p",
                "copy t (a) from stdin;\ncommit; it's\n\\.\nselect 1"
            })
    void other_uses_of_the_words_are_not_found_on_postgresql(String sql) {
        assertThat(TransactionStatements.in(sql, POSTGRES)).isEmpty();
    }

    @Test
    void they_are_found_after_bodies() {
        assertThat(
                        TransactionStatements.in(
                                "create trigger t after delete on t begin select 1; end;\nend;",
                                SQLITE))
                .containsExactly("end in line 2");
        assertThat(
                        TransactionStatements.in(
                                "create function f() returns int begin atomic select 1; end;\ncommit",
                                POSTGRES))
                .containsExactly("commit in line 2");
        assertThat(
                        TransactionStatements.in(
                                "copy t from stdin;\n'\n\\.\ncommit; select $$;", POSTGRES))
                .containsExactly("commit in line 4");
    }
}
