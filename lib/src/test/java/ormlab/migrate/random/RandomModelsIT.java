package ormlab.migrate.random;

import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/**
 * Migrates random models with rows into other random models and back.
 *
 * <p>The pairs are the same in every build, so a failure is caused by a change and not by chance.
 * {@code -Drandom.models.pairs=2000} runs more of them, {@code -Drandom.models.shift=1} runs other
 * ones, and {@code -Drandom.models.seed=17} runs a single one.
 */
class RandomModelsIT {
    private static final int PAIRS = Integer.getInteger("random.models.pairs", 8);
    private static final long SHIFT = Long.getLong("random.models.shift", 0);
    private static final Long ONE = Long.getLong("random.models.seed");

    /** Larger than the number of pairs in any run, so that no two shifts share a pair. */
    private static final long SHIFTED_BY = 1_000_000;

    @AfterAll
    static void everything_was_reached() {
        Reached.requireAll();
    }

    @OnSqliteAndPostgres
    void a_random_model_migrates_to_another_and_back(TestDatabase database) {
        seeds().forEach(seed -> RandomPair.check(database, seed));
    }

    private static LongStream seeds() {
        long first = SHIFT * SHIFTED_BY;
        return ONE != null ? LongStream.of(ONE) : LongStream.range(first, first + PAIRS);
    }
}
