package ch09_out_of_the_notebook;

import ormlab.Database;

/** One UPDATE compares and changes, so nothing can happen in between. */
public class Editor {
    public static boolean save(Database db, Integer id, int versionInForm, String text) {
        return db.inTransaction(
                session ->
                        session.createMutationQuery(
                                                "update versioned Draft set body = :text"
                                                        + " where id = :id and version = :version")
                                        .setParameter("text", text)
                                        .setParameter("id", id)
                                        .setParameter("version", versionInForm)
                                        .executeUpdate()
                                == 1);
    }
}
