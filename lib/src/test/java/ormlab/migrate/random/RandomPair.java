package ormlab.migrate.random;

import java.util.List;
import java.util.Optional;
import ormlab.testing.TestDatabase;

/**
 * Two random models, and how to migrate between them.
 *
 * @param renames whether every possible rename is one
 * @param rows how many rows each table has
 */
record RandomPair(ModelSpec from, ModelSpec to, boolean renames, int rows) {
    private static final int MOST_TRIES = 200;

    private static RandomPair of(Choices choices) {
        return new RandomPair(
                ModelSpecs.model(choices),
                ModelSpecs.model(choices),
                choices.either(),
                choices.below(4));
    }

    /** Migrates the pair of a seed there and back, and shrinks it if that fails. */
    static void check(TestDatabase database, long seed) {
        Choices choices = Choices.seeded(seed);
        Optional<Throwable> first = of(choices).failure(database);
        if (first.isPresent()) {
            Class<?> kind = first.get().getClass();
            List<Integer> smallest =
                    Shrinker.shrink(
                            choices.made(),
                            MOST_TRIES,
                            smaller ->
                                    of(Choices.repeated(smaller))
                                            .failure(database)
                                            .filter(failed -> failed.getClass() == kind)
                                            .isPresent());
            RandomPair pair = of(Choices.repeated(smallest));
            Throwable failure = pair.failure(database).orElseGet(first::get);
            throw new AssertionError(pair.report(database, seed, failure), failure);
        }
    }

    private Optional<Throwable> failure(TestDatabase database) {
        try {
            RoundTrip.between(database, from, to, renames, rows);
            return Optional.empty();
        } catch (RuntimeException | AssertionError failed) {
            return Optional.of(failed);
        }
    }

    private String report(TestDatabase database, long seed, Throwable failure) {
        return """
                Random pair %d fails on %s. Repeat it:
                    ./mvnw -pl lib test -Dtest=RandomModelsIT -Drandom.models.seed=%d
                The smallest pair found that fails in this way, with %d rows in each table%s:
                    from %s
                    to   %s
                %s"""
                .formatted(
                        seed,
                        database,
                        seed,
                        rows,
                        renames ? " and renames" : "",
                        from,
                        to,
                        failure.getMessage());
    }
}
