package ormlab.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.List;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Rejects a JSON column when no library on the class path can read and write JSON. Hibernate would
 * only notice at the first row.
 */
final class JsonColumns {
    /** The classes that Hibernate looks for, one for each library, in Hibernate's order. */
    private static final List<String> LIBRARIES =
            List.of(
                    "com.fasterxml.jackson.databind.ObjectMapper",
                    "tools.jackson.databind.json.JsonMapper",
                    "jakarta.json.bind.JsonbBuilder");

    private JsonColumns() {}

    static void check(Class<?> model, List<AnnotatedElement> members, Predicate<String> available) {
        for (AnnotatedElement member : members) {
            JdbcTypeCode type = member.getAnnotation(JdbcTypeCode.class);
            if (type != null
                    && (type.value() == SqlTypes.JSON || type.value() == SqlTypes.JSON_ARRAY)
                    && LIBRARIES.stream().noneMatch(available)) {
                throw ModelChecks.invalid(
                        model,
                        ("stores '%s' as JSON, and no library for JSON is on the class path. Add"
                                        + " Jackson to it, tools.jackson.core:jackson-databind, before the first"
                                        + " db.models(…).")
                                .formatted(((Member) member).getName()));
            }
        }
    }

    static boolean canLoad(String name) {
        try {
            Class.forName(name, false, JsonColumns.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
