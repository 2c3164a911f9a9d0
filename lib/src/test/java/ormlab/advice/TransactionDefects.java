package ormlab.advice;

import java.util.List;
import java.util.function.Consumer;
import ormlab.Database;
import ormlab.advice.Blog.Author;
import ormlab.advice.Blog.Tag;
import ormlab.trace.Advice.Kind;

/** Queries that each trigger a flush, and transactions that wait for other work. */
final class TransactionDefects {
    static final List<Defect> ALL =
            List.of(
                    flush(
                            "tags that are looked for and added in turn",
                            db -> {
                                for (int i = 100; i < 108; i++) {
                                    if (!db.query(Tag.class)
                                            .filterBy("label", "new " + i)
                                            .exists()) {
                                        db.session().add(new Tag(i));
                                    }
                                }
                                db.session().commit();
                            },
                            "Send one query on tag before the first change.",
                            db -> {
                                List<String> known =
                                        db.query(Tag.class).all().stream()
                                                .map(tag -> tag.label)
                                                .toList();
                                for (int i = 100; i < 108; i++) {
                                    if (!known.contains("new " + i)) {
                                        db.session().add(new Tag(i));
                                    }
                                }
                                db.session().commit();
                            }),
                    flush(
                            "a count after each change",
                            db -> {
                                for (int i = 1; i <= 8; i++) {
                                    db.session().find(Tag.class, i).label = "changed " + i;
                                    db.query(Tag.class).filterBy("label", "tag " + i).count();
                                }
                                db.session().commit();
                            },
                            "Send one query on tag before the first change.",
                            db -> {
                                List<Tag> tags = db.query(Tag.class).all();
                                tags.forEach(tag -> tag.label = "changed " + tag.id);
                                db.session().commit();
                            }),
                    flush(
                            "HQL after each change",
                            db -> {
                                for (int i = 100; i < 106; i++) {
                                    db.session().add(new Tag(i));
                                    AssociationDefects.hql(
                                                    db,
                                                    "from Tag where label = 'tag " + i + "'",
                                                    Tag.class)
                                            .forEach(tag -> {});
                                }
                                db.session().commit();
                            },
                            "Send one query on tag before the first change.",
                            db -> {
                                db.query(Tag.class).all().forEach(tag -> {});
                                for (int i = 100; i < 106; i++) {
                                    db.session().add(new Tag(i));
                                }
                                db.session().commit();
                            }),
                    slow(
                            "work between a change and its commit",
                            db -> {
                                db.session().find(Author.class, 1).name = "renamed";
                                db.session().flush();
                                work();
                                db.session().commit();
                            },
                            db -> {
                                db.session().find(Author.class, 1).name = "renamed";
                                db.session().commit();
                                work();
                            }),
                    slow(
                            "work between two changes",
                            db -> {
                                db.session().execute("update tag set label = 'a' where id = 1");
                                work();
                                db.session().execute("update tag set label = 'b' where id = 2");
                                db.session().commit();
                            },
                            db -> {
                                work();
                                db.session().execute("update tag set label = 'a' where id = 1");
                                db.session().execute("update tag set label = 'b' where id = 2");
                                db.session().commit();
                            }));

    private TransactionDefects() {}

    private static Defect flush(
            String name, Consumer<Database> defect, String fix, Consumer<Database> fixed) {
        return Defect.of(Kind.FLUSH_BEFORE_EACH_QUERY, name, defect, fix, fixed);
    }

    private static Defect slow(String name, Consumer<Database> defect, Consumer<Database> fixed) {
        return Defect.of(
                Kind.SLOW_TRANSACTION,
                name,
                defect,
                "Call commit() before that work, or do it before the first change.",
                fixed);
    }

    /** Waits, as for a mail server. */
    private static void work() {
        try {
            Thread.sleep(1050);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
