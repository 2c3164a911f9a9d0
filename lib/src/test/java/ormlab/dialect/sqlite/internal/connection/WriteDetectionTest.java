package ormlab.dialect.sqlite.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteDetectionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ;; -- nothing at all",
                "select 1",
                "  SELECT * from t",
                "-- insert\n select 1",
                "/* update t */ select 1",
                "select 'insert into t; delete from t'",
                "select \"delete\", [update], `insert` from t",
                "select replace(name, 'a', 'b') from t",
                "values (1), (2)",
                "with t as (select 1) select * from t",
                "with recursive n(i) as (values (1) union all select i + 1 from n) select i from n",
                "with \"delete\" as (select 1), [insert] as (select 2) select * from \"delete\"",
                "with t as not materialized (select ')' /* ( */) select replace(1, 2, 3) from t",
                "with t as (select 1) values (1)",
                "explain insert into t values (1)",
                "explain query plan delete from t",
                "pragma foreign_keys = off",
                "pragma user_version",
                "pragma main.user_version",
                "pragma table_info(users)",
                "pragma wal_checkpoint(truncate)",
                "vacuum",
                "attach 'other.sqlite' as other",
                "select 1; select 2; "
            })
    void reads_need_no_lock(String sql) {
        assertThat(WriteDetection.writes(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t values (1)",
                "INSERT into t values (1) returning id",
                "insert or replace into t values (1)",
                "replace into t values (1)",
                "update t set a = 1 returning a",
                "delete from t",
                "/* select */ -- select\n\tdelete from t",
                "with t as (select 1) insert into u select * from t",
                "with t(a) as (select 1), u as (select 2)\nupdate v set a = 1",
                "with \"select\" as (select 1) delete from t where id in \"select\" returning id",
                "with t as (select ';' as a /* ) */) replace into u select a from t",
                "create table t (id integer)",
                "create trigger x after insert on t begin select 1; end",
                "drop table t",
                "alter table t add a",
                "reindex",
                "analyze",
                "savepoint a",
                "pragma user_version = 3",
                "pragma main.user_version=3",
                "pragma /* the version */ user_version(3)",
                "pragma application_id = 7",
                "select 1; delete from t",
                "select ';' ; -- then\n insert into t values (1)"
            })
    void writes_need_the_lock(String sql) {
        assertThat(WriteDetection.writes(sql)).isTrue();
    }

    @Test
    void unfinished_sql_is_left_to_sqlite() {
        assertThat(WriteDetection.writes("select 'a; delete from t")).isFalse();
        assertThat(WriteDetection.writes("select 1 /* ; delete from t")).isFalse();
        assertThat(WriteDetection.writes("pragma")).isFalse();
        assertThat(WriteDetection.writes("?")).isFalse();
    }
}
