package ormlab.migrate.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.EntitySpec;
import ormlab.migrate.random.ModelSpec.Extra;
import ormlab.migrate.random.ModelSpec.Ids;
import ormlab.migrate.random.ModelSpec.Kids;
import ormlab.migrate.random.ModelSpec.Reference;

/** Makes random models out of few names, so that two of them have much in common. */
final class ModelSpecs {
    private static final List<String> ENTITIES = List.of("Alpha", "Beta", "Gamma", "UserAccount");
    private static final String[] ATTRIBUTES = {
        "hits",
        "votes",
        "order",
        "title",
        "body",
        "userName",
        "price",
        "live",
        "born",
        "made",
        "state",
        "rank",
        "tags"
    };

    /** Leads a long run to other models than those of every build. */
    private static final long SHIFT = Long.getLong("random.models.shift", 0);

    private ModelSpecs() {}

    static Arbitrary<ModelSpec> models() {
        Arbitrary<ModelSpec> models =
                entities()
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(all -> distinct(all, EntitySpec::name))
                        .map(ModelSpec::new);
        if (SHIFT == 0) {
            return models;
        }
        RandomGenerator<ModelSpec> generator = models.generator(1000);
        return Arbitraries.fromGenerator(
                random -> generator.next(new Random(random.nextLong() + SHIFT)));
    }

    private static <T> List<T> distinct(List<T> all, Function<T, String> name) {
        Map<String, T> distinct = new LinkedHashMap<>();
        all.forEach(each -> distinct.putIfAbsent(name.apply(each), each));
        return List.copyOf(distinct.values());
    }

    private static Arbitrary<EntitySpec> entities() {
        Arbitrary<EntitySpec> plain =
                Combinators.combine(
                                Arbitraries.of(ENTITIES),
                                Arbitraries.of(Ids.class),
                                rarely(),
                                attributes(ATTRIBUTES).list().ofMaxSize(6),
                                references().list().ofMaxSize(2),
                                Arbitraries.of(ENTITIES).list().ofMaxSize(1),
                                Arbitraries.of(Extra.class).set().ofMaxSize(4))
                        .as(
                                (name, ids, wide, attributes, references, many, extras) ->
                                        new EntitySpec(
                                                name,
                                                ids,
                                                wide,
                                                Kids.NONE,
                                                distinct(attributes, Attribute::name),
                                                List.of(),
                                                distinct(references, Reference::name),
                                                many,
                                                extras));
        return Combinators.combine(plain, kids(), attributes("bonus", "label").list().ofMaxSize(2))
                .as(
                        (entity, kids, more) ->
                                new EntitySpec(
                                        entity.name(),
                                        entity.givenBy(),
                                        entity.wideIds(),
                                        kids,
                                        entity.attributes(),
                                        distinct(more, Attribute::name),
                                        entity.references(),
                                        entity.many(),
                                        entity.extras()));
    }

    private static Arbitrary<Kids> kids() {
        return Arbitraries.frequency(
                Tuple.of(5, Kids.NONE),
                Tuple.of(1, Kids.SINGLE_TABLE),
                Tuple.of(1, Kids.JOINED),
                Tuple.of(1, Kids.TABLE_PER_CLASS));
    }

    private static Arbitrary<Boolean> rarely() {
        return Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true));
    }

    private static Arbitrary<Attribute> attributes(String... names) {
        return Combinators.combine(
                        Arbitraries.of(names),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        rarely(),
                        rarely(),
                        rarely(),
                        rarely(),
                        rarely())
                .as(Attribute::new);
    }

    private static Arbitrary<Reference> references() {
        return Combinators.combine(
                        Arbitraries.of("parent", "owner", "next"),
                        Arbitraries.of(ENTITIES),
                        Arbitraries.integers().between(0, 2),
                        rarely())
                .as((name, to, action, one) -> new Reference(name + to, to, action, one));
    }
}
