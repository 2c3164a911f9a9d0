package ormlab.migrate.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.EntitySpec;
import ormlab.migrate.random.ModelSpec.Ids;
import ormlab.migrate.random.ModelSpec.Reference;

/** Makes random models out of few names, so that two of them have much in common. */
final class ModelSpecs {
    private static final List<String> ENTITIES = List.of("Alpha", "Beta", "Gamma", "UserAccount");

    private ModelSpecs() {}

    static Arbitrary<ModelSpec> models() {
        return entities()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(all -> distinct(all, EntitySpec::name))
                .map(ModelSpec::new);
    }

    private static <T> List<T> distinct(List<T> all, Function<T, String> name) {
        Map<String, T> distinct = new LinkedHashMap<>();
        all.forEach(each -> distinct.putIfAbsent(name.apply(each), each));
        return List.copyOf(distinct.values());
    }

    private static Arbitrary<EntitySpec> entities() {
        return Combinators.combine(
                        Arbitraries.of(ENTITIES),
                        Arbitraries.of(Ids.class),
                        attributes().list().ofMaxSize(6),
                        references().list().ofMaxSize(2),
                        Arbitraries.of(ENTITIES).list().ofMaxSize(1),
                        rarely(),
                        rarely())
                .as(
                        (name, ids, attributes, references, many, unique, commented) ->
                                new EntitySpec(
                                        name,
                                        ids,
                                        distinct(attributes, Attribute::name),
                                        distinct(references, Reference::name),
                                        many,
                                        unique,
                                        commented));
    }

    private static Arbitrary<Boolean> rarely() {
        return Arbitraries.frequency(
                net.jqwik.api.Tuple.of(3, false), net.jqwik.api.Tuple.of(1, true));
    }

    private static Arbitrary<Attribute> attributes() {
        return Combinators.combine(
                        Arbitraries.of(
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
                                "tags"),
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
