package ch09_out_of_the_notebook;

import java.util.Optional;
import java.util.function.Predicate;
import ormlab.Database;

/** Takes one post after the other until none is left, also posts that come or change meanwhile. */
public class SpamCheck {
    public static int check(Database db, Predicate<String> spam) {
        int hidden = 0;
        Optional<CheckedPost> next = next(db);
        while (next.isPresent()) {
            String text = next.get().getBody();
            boolean bad = spam.test(text);
            var same =
                    db.query(CheckedPost.class)
                            .filterBy("id", next.get().getId())
                            .filterBy("body", text);
            long stored = same.update("checked", true);
            if (bad) {
                same.update("hidden", true);
                hidden += (int) stored;
            }
            db.session().commit();
            next = next(db);
        }
        return hidden;
    }

    private static Optional<CheckedPost> next(Database db) {
        try {
            return db.query(CheckedPost.class).filterBy("checked", false).orderBy("id").first();
        } finally {
            db.closeSession();
        }
    }

    public static PostNumbers numbers(Database db) {
        try {
            return db.query(CheckedPost.class)
                    .limit(1)
                    .select(Integer.class, "id")
                    .first()
                    .map(any -> counted(db))
                    .orElse(new PostNumbers(0, 0));
        } finally {
            db.closeSession();
        }
    }

    private static PostNumbers counted(Database db) {
        var row =
                db.session()
                        .createNativeQuery(
                                "select sum(not hidden), sum(hidden) from checked_posts",
                                Object[].class)
                        .getSingleResult();
        return new PostNumbers(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
