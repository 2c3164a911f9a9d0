package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import ormlab.internal.lexer.SqlTokens;
import ormlab.migrate.internal.catalog.DatabaseSchema;
import ormlab.migrate.internal.catalog.View;

/** Finds the views that read tables, and the views that read those views. */
public final class DependentViews {
    private DependentViews() {}

    /** Returns the views in the order in which they were created. */
    public static List<View> of(DatabaseSchema schema, Collection<String> tables) {
        List<String> names = new ArrayList<>(tables);
        List<View> found = new ArrayList<>();
        boolean more = !names.isEmpty();
        while (more) {
            more = false;
            for (View view : schema.views()) {
                if (!found.contains(view) && mentionsAny(view.sql(), names)) {
                    found.add(view);
                    names.add(schema.key(view.name().name()));
                    more = true;
                }
            }
        }
        return schema.views().stream().filter(found::contains).toList();
    }

    /** Returns whether a statement mentions one of the names. */
    public static boolean mentionsAny(String sql, Collection<String> names) {
        return names.stream().anyMatch(name -> SqlTokens.mentions(sql, name));
    }
}
