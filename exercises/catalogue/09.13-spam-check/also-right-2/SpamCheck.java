package ch09_out_of_the_notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import ormlab.Database;

/** Asks about texts, not about posts, and stores all verdicts in one short transaction. */
public class SpamCheck {
    public static int check(Database db, Predicate<String> spam) {
        List<String> texts;
        try {
            texts =
                    db.query(CheckedPost.class)
                            .filterBy("checked", false)
                            .select(String.class, "body")
                            .all();
        } finally {
            db.closeSession();
        }
        Map<String, Boolean> verdicts = new LinkedHashMap<>();
        texts.forEach(text -> verdicts.computeIfAbsent(text, spam::test));
        return db.inTransaction(
                session -> {
                    int hidden = 0;
                    for (var verdict : verdicts.entrySet()) {
                        int stored =
                                session.execute(
                                        "update checked_posts set checked = true, hidden = ?"
                                                + " where body = ? and not checked",
                                        verdict.getValue(),
                                        verdict.getKey());
                        hidden += verdict.getValue() ? stored : 0;
                    }
                    return hidden;
                });
    }

    public static PostNumbers numbers(Database db) {
        List<Object[]> groups =
                db.session()
                        .createSelectionQuery(
                                "select hidden, count(*) from CheckedPost group by hidden",
                                Object[].class)
                        .getResultList();
        db.session().commit();
        long shown = 0;
        long hidden = 0;
        for (Object[] group : groups) {
            if ((Boolean) group[0]) {
                hidden = (Long) group[1];
            } else {
                shown = (Long) group[1];
            }
        }
        return new PostNumbers(shown, hidden);
    }
}
