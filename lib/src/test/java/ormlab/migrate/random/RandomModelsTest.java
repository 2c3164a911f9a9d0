package ormlab.migrate.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import ormlab.testing.Engine;

/**
 * Leads random models with rows into other random models and back.
 *
 * <p>A few in every build; many with {@code -Djqwik.tries.default=2000}, and others with a number
 * of one's choice: {@code -Drandom.models.shift=1}.
 */
class RandomModelsTest {
    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            return Files.createTempDirectory("ormlab-random");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The same models in every build: a red one is about the change, not about luck. */
    private static final String SEED = "20261121";

    @Provide
    Arbitrary<ModelSpec> models() {
        return ModelSpecs.models();
    }

    @AfterContainer
    static void everything_was_reached() {
        Reached.requireAll();
    }

    @Property(seed = SEED)
    void on_sqlite(
            @ForAll("models") ModelSpec a,
            @ForAll("models") ModelSpec b,
            @ForAll boolean renames,
            @ForAll @IntRange(max = 3) int rows) {
        RoundTrip.between(Engine.SQLITE, FOLDER, a, b, renames, rows);
    }

    @Property(seed = SEED)
    void on_postgres(
            @ForAll("models") ModelSpec a,
            @ForAll("models") ModelSpec b,
            @ForAll boolean renames,
            @ForAll @IntRange(max = 3) int rows) {
        RoundTrip.between(Engine.POSTGRES, FOLDER, a, b, renames, rows);
    }
}
