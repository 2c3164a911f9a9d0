package ormlab.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.LikelyRename;
import ormlab.migrate.compare.SchemaDiff;

/** Finds out what a person must decide before a migration may be written. */
final class Judgement {
    private final List<Question> questions = new ArrayList<>();

    private Judgement() {}

    static Judgement of(Connection connection, SchemaDiff diff, Decisions decisions)
            throws SQLException {
        Judgement judgement = new Judgement();
        for (LikelyRename rename : diff.likelyRenames()) {
            judgement.questions.add(new Question(rename.words(), rename.choices()));
        }
        return judgement;
    }

    void requireDecided() {
        if (!questions.isEmpty()) {
            throw new Undecided(questions);
        }
    }
}
