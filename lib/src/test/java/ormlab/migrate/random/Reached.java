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
import ormlab.migrate.compare.PartChange;
import ormlab.migrate.compare.SchemaDiff;
import ormlab.schema.TablePart;
import ormlab.testing.TestDatabase;

/**
 * Counts the kinds of changes that the random models needed; a kind that never occurred is
 * untested.
 */
final class Reached {
    /** The number of pairs that is enough to reach every kind. */
    private static final int MANY = 500;

    /** Changes that no annotation can cause, because the object is dropped and added instead. */
    private static final Set<String> NEVER =
            Set.of(
                    "ChangedCollation",
                    "ChangedOptions",
                    "ChangedPart of Key",
                    "ChangedPart of ForeignKey");

    /** Changes that do not exist on SQLite. */
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

    private static final Map<TestDatabase, Map<String, Integer>> KINDS =
            new EnumMap<>(TestDatabase.class);
    private static final Map<TestDatabase, Integer> PAIRS = new EnumMap<>(TestDatabase.class);

    private Reached() {}

    static void note(TestDatabase database, SchemaDiff diff) {
        PAIRS.merge(database, 1, Integer::sum);
        Map<String, Integer> kinds = KINDS.computeIfAbsent(database, none -> new TreeMap<>());
        diff.changes().forEach(each -> kinds.merge(kind(each), 1, Integer::sum));
    }

    private static String kind(Change change) {
        String kind = change.getClass().getSimpleName();
        return change instanceof PartChange each
                ? kind + " of " + each.part().getClass().getSimpleName()
                : kind;
    }

    /** Checks after a long run that every kind of change occurred. */
    static void requireAll() {
        PAIRS.forEach(
                (database, pairs) -> {
                    if (pairs >= MANY) {
                        Map<String, Integer> kinds = KINDS.get(database);
                        System.out.println(database + ": " + pairs + " pairs, " + kinds);
                        assertThat(kinds.keySet()).containsAll(wanted(database));
                    }
                });
    }

    private static Set<String> wanted(TestDatabase database) {
        Set<String> wanted = new TreeSet<>();
        kinds(Change.class)
                .flatMap(Reached::withParts)
                .filter(kind -> !NEVER.contains(kind))
                .filter(
                        kind ->
                                database == TestDatabase.POSTGRESQL
                                        || !ONLY_POSTGRES.contains(kind))
                .forEach(wanted::add);
        return wanted;
    }

    private static Stream<String> withParts(Class<?> change) {
        String kind = change.getSimpleName();
        return PartChange.class.isAssignableFrom(change)
                ? kinds(TablePart.class).map(part -> kind + " of " + part.getSimpleName())
                : Stream.of(kind);
    }

    /** Finds the records behind sealed interfaces. */
    private static Stream<Class<?>> kinds(Class<?> change) {
        return change.isSealed()
                ? Arrays.stream(change.getPermittedSubclasses()).flatMap(Reached::kinds).distinct()
                : change.isRecord() ? Stream.of(change) : Stream.empty();
    }
}
