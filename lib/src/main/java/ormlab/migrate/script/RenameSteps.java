package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.List;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Renames;

/** Writes renames, which every engine reads the same and which come before everything else. */
public final class RenameSteps {
    private RenameSteps() {}

    /** Returns a step for each rename, tables first. */
    public static List<Step> of(Renames renames, Engine engine) {
        List<Change> changes = new ArrayList<>(renames.tables());
        changes.addAll(renames.columns());
        List<String> statements = renames.statements(engine);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            steps.add(new Step(Comments.of(changes.get(i)), statements.get(i)));
        }
        return steps;
    }
}
