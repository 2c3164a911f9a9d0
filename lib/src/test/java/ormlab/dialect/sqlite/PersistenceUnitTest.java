package ormlab.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Persistence;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ormlab.dialect.ConstraintViolation;

/** The dialect in a persistence unit, with only the settings from the manual. */
class PersistenceUnitTest {
    @Entity(name = "Note")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 10)
        String text;

        UUID uuid = UUID.randomUUID();

        @ManyToOne Note parent;

        Note() {}

        Note(String text) {
            this.text = text;
        }
    }

    private static void withManual(Path folder, Consumer<EntityManagerFactory> work)
            throws Exception {
        String unit =
                Manual.blocks("xml")
                        .get(0)
                        .replace("notes.Note", Note.class.getName())
                        .replace("notes.sqlite", folder.resolve("notes.sqlite").toString());
        Path file = Files.createDirectories(folder.resolve("META-INF")).resolve("persistence.xml");
        Files.writeString(file, unit);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            Map<String, String> create =
                    Map.of("jakarta.persistence.schema-generation.database.action", "create");
            try (EntityManagerFactory factory =
                    Persistence.createEntityManagerFactory("notes", create)) {
                work.accept(factory);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void foreign_keys_lengths_and_uuids_work_as_the_manual_says(@TempDir Path folder)
            throws Exception {
        withManual(
                folder,
                factory -> {
                    Note parent = new Note("Parent");
                    factory.runInTransaction(
                            entities -> {
                                Note child = new Note("child");
                                child.parent = parent;
                                entities.persist(parent);
                                entities.persist(child);
                            });
                    assertThatThrownBy(
                                    () ->
                                            factory.runInTransaction(
                                                    entities ->
                                                            entities.createQuery(
                                                                            "delete from Note n"
                                                                                    + " where"
                                                                                    + " n.parent is"
                                                                                    + " null")
                                                                    .executeUpdate()))
                            .isInstanceOf(ConstraintViolation.class)
                            .hasMessageContaining("Note");
                    assertThatThrownBy(
                                    () ->
                                            factory.runInTransaction(
                                                    entities ->
                                                            entities.persist(
                                                                    new Note("Longer than ten"))))
                            .hasMessageContaining("text");
                    List<?> stored =
                            factory.callInTransaction(
                                    entities ->
                                            entities.createNativeQuery(
                                                            "select uuid from Note where text like"
                                                                    + " 'p%' or text like 'P%'")
                                                    .getResultList());
                    assertThat(stored).hasToString("[" + parent.uuid + "]");
                });
    }
}
