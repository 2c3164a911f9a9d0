package ch09_out_of_the_notebook;

import ormlab.Database;
import ormlab.grade.NotSolvedYet;

/**
 * Saves what people type into the form for a draft. The form contains the version that the draft
 * had when the form was opened. The entity is Draft, which you have to change as well.
 */
public class Editor {
    /**
     * Stores the text and commits, but only if nobody has changed or deleted the draft since the
     * form was opened. Returns whether it was stored, and throws nothing if somebody else came
     * first. Afterwards, callers can go on with db.session().
     */
    public static boolean save(Database db, Integer id, int versionInForm, String text) {
        // TODO Somebody may also change the draft after you have compared the versions.
        throw new NotSolvedYet("return whether the text was stored");
    }
}
