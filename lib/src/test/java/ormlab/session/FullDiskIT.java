package ormlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.Database;
import ormlab.config.ConnectionHook;
import ormlab.config.ConnectionSettings;

/** What a session reports when the disk is full, and that it works again afterwards. */
class FullDiskIT {
    private static final int DISK_KILOBYTES = 256;

    @Entity(name = "Note")
    static class Note {
        @Id private Integer id;

        @Column(length = 1_000_000)
        private String text;

        Note() {}

        Note(int id, int letters) {
            this.id = id;
            this.text = "a".repeat(letters);
        }
    }

    @Test
    void a_file_that_may_not_grow_is_reported_as_full(@TempDir Path folder) {
        ConnectionSettings small =
                ConnectionSettings.defaults()
                        .onConnect(ConnectionHook.sql("pragma max_page_count = 20"));
        try (Database db = Database.open("sqlite:///" + folder.resolve("notes.sqlite"), small)) {
            require(db);
        }
    }

    /** SQLite only notices at the commit, when it writes what it has kept in memory. */
    @Test
    void a_full_disk_is_reported(@TempDir Path folder) throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_KILOBYTES + "k", "tmpfs", folder),
                "only root may mount a small disk, and not on every system");
        try (Database db = Database.open("sqlite:///" + folder.resolve("notes.sqlite"))) {
            require(db);
        } finally {
            run("umount", folder);
        }
    }

    private static void require(Database db) {
        db.models(Note.class).createAll();
        db.session().add(new Note(1, 10));
        db.session().commit();
        db.session().add(new Note(2, DISK_KILOBYTES * 1024));
        assertThatThrownBy(() -> db.session().commit())
                .hasMessageContaining("The disk is full; nothing was written.");
        assertThatThrownBy(() -> db.session().commit())
                .isInstanceOf(RollbackRequired.class)
                .hasMessageContaining("The disk is full");
        db.session().rollback();
        db.session().add(new Note(3, 10));
        db.session().commit();
        assertThat(db.rows("select id from note where id = 2").size()).isZero();
        assertThat(db.query(Note.class).count()).isEqualTo(2);
    }

    private static boolean run(Object... words) throws InterruptedException {
        try {
            String[] line = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
            return new ProcessBuilder(line).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
