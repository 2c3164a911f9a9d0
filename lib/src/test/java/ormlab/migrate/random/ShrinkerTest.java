package ormlab.migrate.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static List<Integer> numbers(Choices choices) {
        return choices.upTo(20, () -> choices.below(1000));
    }

    /** Finds the first seed whose numbers fail, and shrinks them. */
    private static List<Integer> smallest(Predicate<List<Integer>> fails, int tries) {
        Choices failing =
                LongStream.range(0, 1000)
                        .mapToObj(Choices::seeded)
                        .filter(choices -> fails.test(numbers(choices)))
                        .findFirst()
                        .orElseThrow();
        List<Integer> smallest =
                Shrinker.shrink(
                        failing.made(),
                        tries,
                        smaller -> fails.test(numbers(Choices.repeated(smaller))));
        return numbers(Choices.repeated(smallest));
    }

    @Test
    void the_smallest_number_that_fails_is_found() {
        assertThat(smallest(all -> all.stream().anyMatch(n -> n >= 317), 5000))
                .containsExactly(317);
    }

    @Test
    void choices_that_the_failure_does_not_need_are_removed() {
        assertThat(smallest(all -> all.stream().filter(n -> n % 2 == 1).count() >= 3, 5000))
                .containsExactly(1, 1, 1);
    }

    @Test
    void the_number_of_tries_is_limited() {
        List<Integer> tried = new ArrayList<>();
        Shrinker.shrink(
                List.of(9, 9, 9, 9),
                5,
                smaller -> {
                    tried.add(smaller.size());
                    return false;
                });
        assertThat(tried).hasSize(5);
    }

    @Test
    void the_same_choices_create_the_same_models() {
        Choices choices = Choices.seeded(17);
        ModelSpec model = ModelSpecs.model(choices);
        assertThat(ModelSpecs.model(Choices.repeated(choices.made()))).isEqualTo(model);
        assertThat(ModelSpecs.model(Choices.seeded(17))).isEqualTo(model);
        assertThat(ModelSpecs.model(Choices.seeded(18))).isNotEqualTo(model);
    }
}
