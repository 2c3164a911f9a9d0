package ormlab.migrate.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ormlab.Database;
import ormlab.config.ConnectionSettings;
import ormlab.migrate.Migrations;
import ormlab.model.Role;
import ormlab.model.User;

/** A project with handwritten migrations: a folder and a database. */
final class HandWritten implements AutoCloseable {
    final Path folder;
    final Database db;
    final Migrations migrations;

    HandWritten(Path home, String url) {
        this(home, url, ConnectionSettings.defaults());
    }

    HandWritten(Path home, String url, ConnectionSettings settings) {
        this(url, settings, home);
        migrations.init();
    }

    /** Opens a project again that was closed. */
    static HandWritten again(Path home, String url, ConnectionSettings settings) {
        return new HandWritten(url, settings, home);
    }

    private HandWritten(String url, ConnectionSettings settings, Path home) {
        this.folder = home.resolve("migrations");
        this.db = Database.open(url, settings).models(Role.class, User.class);
        this.migrations = db.migrations(folder.toString());
    }

    /** Writes the pair of files for a version. */
    HandWritten file(int version, String name, String up, String down) {
        write("V" + version + "__" + name + ".sql", up);
        write("U" + version + "__" + name + ".sql", down);
        return this;
    }

    /** Writes a migration for each table name, starting with version 1. */
    HandWritten tables(String... names) {
        for (int i = 0; i < names.length; i++) {
            file(
                    i + 1,
                    names[i],
                    "create table " + names[i] + " (id integer primary key);",
                    "drop table " + names[i] + ";");
        }
        return this;
    }

    void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a statement outside of any migration. */
    void execute(String sql) {
        db.inTransaction(session -> session.createNativeMutationQuery(sql).executeUpdate());
    }

    boolean has(String table) {
        try {
            db.rows("select * from " + table);
            return true;
        } catch (RuntimeException missing) {
            return false;
        }
    }

    @Override
    public void close() {
        db.close();
    }
}
