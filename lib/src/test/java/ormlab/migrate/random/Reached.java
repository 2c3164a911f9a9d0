package ormlab.migrate.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.testing.Engine;

/** Counts which kinds of changes the random models came to need: what never came is untested. */
final class Reached {
    /** So many pairs reach everything. */
    private static final int MANY = 500;

    /** What no annotation of a model changes. */
    private static final Set<String> NEVER = Set.of("ChangedCollation", "ChangedOptions");

    /** What SQLite has not. */
    private static final Set<String> ONLY_POSTGRES =
            Set.of(
                    "AddedSequence",
                    "RemovedSequence",
                    "RenamedSequence",
                    "ChangedSequence",
                    "AddedType",
                    "RemovedType",
                    "ChangedTypeValues",
                    "ChangedTableComment",
                    "ChangedColumnComment");

    private static final Map<Engine, Map<String, Integer>> KINDS = new EnumMap<>(Engine.class);
    private static final Map<Engine, Integer> PAIRS = new EnumMap<>(Engine.class);

    private Reached() {}

    static void note(Engine engine, SchemaDiff diff) {
        PAIRS.merge(engine, 1, Integer::sum);
        Map<String, Integer> kinds = KINDS.computeIfAbsent(engine, none -> new TreeMap<>());
        diff.changes()
                .forEach(each -> kinds.merge(each.getClass().getSimpleName(), 1, Integer::sum));
    }

    /** After a long run, every kind of change must have come. */
    static void requireAll() {
        PAIRS.forEach(
                (engine, pairs) -> {
                    if (pairs >= MANY) {
                        Map<String, Integer> kinds = KINDS.get(engine);
                        System.out.println(engine + ": " + pairs + " pairs, " + kinds);
                        assertThat(kinds.keySet()).containsAll(wanted(engine));
                    }
                });
    }

    private static Set<String> wanted(Engine engine) {
        Set<String> wanted = new TreeSet<>();
        kinds(Change.class)
                .map(Class::getSimpleName)
                .filter(kind -> !NEVER.contains(kind))
                .filter(kind -> engine == Engine.POSTGRES || !ONLY_POSTGRES.contains(kind))
                .forEach(wanted::add);
        return wanted;
    }

    /** Finds the records behind sealed interfaces. */
    private static Stream<Class<?>> kinds(Class<?> change) {
        return change.isSealed()
                ? Arrays.stream(change.getPermittedSubclasses()).flatMap(Reached::kinds).distinct()
                : change.isRecord() ? Stream.of(change) : Stream.empty();
    }
}
