package ormlab.migrate.script;

import java.util.List;
import ormlab.dialect.Engine;
import ormlab.migrate.compare.Renames;

/** Writes renames, which are the same on every engine and come before everything else. */
public final class RenameSteps {
    private static final String DETOUR = "Renamed for now, because its name is needed.";

    private RenameSteps() {}

    /** Returns a step for each rename, tables first. */
    public static List<Step> of(Renames renames, Engine engine) {
        return renames.statements(engine).stream()
                .map(each -> new Step(each.change().map(Comments::of).orElse(DETOUR), each.sql()))
                .toList();
    }
}
