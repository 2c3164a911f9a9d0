package ormlab.advice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.annotations.DynamicUpdate;
import ormlab.Database;
import ormlab.advice.Blog.Comment;
import ormlab.advice.Blog.Post;
import ormlab.trace.Advice.Kind;

/** Changes that are more expensive or riskier than necessary. */
final class WriteDefects {
    private static final Class<?>[] WIDE = {House.class};
    private static final Class<?>[] FIXED = {FixedModels.House.class};

    static final List<Defect> ALL =
            List.of(
                    Defect.of(
                            Kind.LOADED_FOR_REFERENCE,
                            "a comment on a post that is only stored in it",
                            db -> {
                                Post post = db.session().find(Post.class, 3);
                                db.session().add(new Comment(900, post));
                                db.session().commit();
                            },
                            "getReference(Post.class, 3)",
                            db -> {
                                Post post = db.session().getReference(Post.class, 3);
                                db.session().add(new Comment(900, post));
                                db.session().commit();
                            }),
                    Defect.of(
                            Kind.LOADED_FOR_REFERENCE,
                            "a comment in a transaction of its own",
                            db ->
                                    db.inTransaction(
                                            session -> {
                                                session.add(
                                                        new Comment(
                                                                900, session.find(Post.class, 7)));
                                            }),
                            "getReference(Post.class, 7)",
                            db ->
                                    db.inTransaction(
                                            session -> {
                                                session.add(
                                                        new Comment(
                                                                900,
                                                                session.getReference(
                                                                        Post.class, 7)));
                                            })),
                    wide(
                            Kind.UPDATE_OF_ALL_COLUMNS,
                            "one column of a wide table",
                            db -> {
                                db.session().find(House.class, 1).a = "new";
                                db.session().commit();
                            },
                            "@DynamicUpdate on the class House",
                            db -> {
                                db.session().find(FixedModels.House.class, 1).a = "new";
                                db.session().commit();
                            }),
                    wide(
                            Kind.UPDATE_OF_ALL_COLUMNS,
                            "two columns of a wide table in a query's rows",
                            db ->
                                    db.inTransaction(
                                            session -> {
                                                session.query(House.class)
                                                        .all()
                                                        .forEach(house -> house.b = house.c + "!");
                                            }),
                            "@DynamicUpdate on the class House",
                            db ->
                                    db.inTransaction(
                                            session -> {
                                                session.query(FixedModels.House.class)
                                                        .all()
                                                        .forEach(house -> house.b = house.c + "!");
                                            })),
                    lost(
                            "a change that another session overwrites",
                            db -> {
                                Account mine = db.session().find(Account.class, 1);
                                db.inTransaction(
                                        session -> {
                                            session.find(Account.class, 1).balance += 5;
                                        });
                                mine.balance += 7;
                                db.session().commit();
                            },
                            db -> {
                                var mine = db.session().find(FixedModels.Account.class, 1);
                                db.inTransaction(
                                        session -> {
                                            session.find(FixedModels.Account.class, 1).balance += 5;
                                        });
                                mine.balance += 7;
                                rejected(db);
                            }),
                    lost(
                            "a change to the row of a query's result",
                            db -> {
                                List<Account> mine = db.query(Account.class).all();
                                db.inTransaction(
                                        session -> {
                                            session.find(Account.class, 2).balance = 0;
                                        });
                                mine.forEach(account -> account.balance++);
                                db.session().commit();
                            },
                            db -> {
                                var mine = db.query(FixedModels.Account.class).all();
                                db.inTransaction(
                                        session -> {
                                            session.find(FixedModels.Account.class, 2).balance = 0;
                                        });
                                mine.forEach(account -> account.balance++);
                                rejected(db);
                            }));

    private WriteDefects() {}

    private static Defect wide(
            Kind kind,
            String name,
            Consumer<Database> defect,
            String fix,
            Consumer<Database> fixed) {
        return Defect.of(
                kind,
                name,
                WIDE,
                defect,
                fix,
                FIXED,
                fixed,
                db -> {
                    db.session()
                            .execute(
                                    "insert into house (id, a, b, c, d, e, f, g, h, i, j, k, l) values"
                                            + " (1, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j',"
                                            + " 'k', 'l')");
                    db.session().commit();
                });
    }

    private static Defect lost(String name, Consumer<Database> defect, Consumer<Database> fixed) {
        return Defect.of(
                Kind.MISSING_VERSION,
                name,
                new Class<?>[] {Account.class},
                defect,
                "Add to the class Account: @Version private int version;",
                new Class<?>[] {FixedModels.Account.class},
                fixed,
                WriteDefects::fillAccounts);
    }

    private static void fillAccounts(Database db) {
        String versioned = db.ddl().text().contains("version") ? ", version" : "";
        for (int id = 1; id <= 2; id++) {
            db.session()
                    .execute(
                            "insert into account (id, balance%s) values (%s, 10%s)"
                                    .formatted(versioned, id, versioned.isEmpty() ? "" : ", 0"));
        }
        db.session().commit();
    }

    private static void rejected(Database db) {
        try {
            db.session().commit();
            throw new AssertionError("The version should have rejected this change.");
        } catch (jakarta.persistence.OptimisticLockException expected) {
            db.session().rollback();
        }
    }

    @Entity(name = "Account")
    static class Account {
        @Id Integer id;

        int balance;
    }

    @Entity(name = "House")
    static class House {
        @Id Integer id;

        String a;
        String b;
        String c;
        String d;
        String e;
        String f;
        String g;
        String h;
        String i;
        String j;
        String k;
        String l;
    }

    /** The same tables after the fixes. */
    static final class FixedModels {
        private FixedModels() {}

        @Entity(name = "Account")
        static class Account {
            @Id Integer id;

            int balance;

            @Version private int version;
        }

        @Entity(name = "House")
        @DynamicUpdate
        static class House {
            @Id Integer id;

            String a;
            String b;
            String c;
            String d;
            String e;
            String f;
            String g;
            String h;
            String i;
            String j;
            String k;
            String l;
        }
    }
}
