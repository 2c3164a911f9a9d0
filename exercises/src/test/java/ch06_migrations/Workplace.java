package ch06_migrations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ormlab.Database;
import ormlab.migrate.Migrations;

/** A database in memory and a folder of migrations, for one check. */
final class Workplace implements AutoCloseable {
    private static final String COLUMNS =
            "select t.name || '.' || c.name || ' ' || lower(c.type) || c.\"notnull\" as line"
                    + " from sqlite_master t, pragma_table_info(t.name) c"
                    + " where t.type = 'table' and t.name not like 'sqlite%'"
                    + " and t.name not like 'flyway%'"
                    + " union all select type || ' ' || name from sqlite_master"
                    + " where type <> 'table' and name not like 'sqlite%'"
                    + " and name not like 'flyway%' order by 1";

    final Path folder;
    final Database db = Database.open("sqlite://");

    /** A session needs a model, whatever statements it sends; this one has no table. */
    @Entity
    static class Nothing {
        @Id Integer id;
    }

    Workplace(Path folder) {
        this.folder = folder;
        db.models(Nothing.class);
    }

    Migrations migrations() {
        return db.migrations(folder.toString());
    }

    /** Writes a file of the folder. */
    Workplace file(String name, String sql) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), sql + "\n");
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lists the files of migrations. */
    List<String> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends statements that write, and commits. */
    void run(String... statements) {
        for (String sql : statements) {
            db.session().createNativeMutationQuery(sql).executeUpdate();
        }
        db.session().commit();
    }

    /** Gives the first column of what a SELECT finds. */
    List<String> column(String sql) {
        return db.rows(sql).values().stream().map(row -> String.valueOf(row.get(0))).toList();
    }

    boolean has(String table) {
        return !column("select name from sqlite_master where name = '" + table + "'").isEmpty();
    }

    boolean has(String table, String column) {
        return column("select name from pragma_table_info('" + table + "')").contains(column);
    }

    /** Tells which tables, columns, indexes and views there are, line by line. */
    List<String> schema() {
        return column(COLUMNS);
    }

    @Override
    public void close() {
        db.close();
    }
}
