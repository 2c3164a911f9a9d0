package ormlab.migrate.random;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.EntitySpec;
import ormlab.migrate.random.ModelSpec.Extra;
import ormlab.migrate.random.ModelSpec.Ids;
import ormlab.migrate.random.ModelSpec.Kids;
import ormlab.migrate.random.ModelSpec.Reference;

/** Creates random models from few names, so that two of them have much in common. */
final class ModelSpecs {
    private static final List<String> ENTITIES = List.of("Alpha", "Beta", "Gamma", "UserAccount");
    private static final List<String> ATTRIBUTES =
            List.of(
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
                    "tags");
    private static final List<String> REFERENCES = List.of("parent", "owner", "next");
    private static final List<String> KID_ATTRIBUTES = List.of("bonus", "label");

    private final Choices choices;

    private ModelSpecs(Choices choices) {
        this.choices = choices;
    }

    /** Creates a model with one to four entities. */
    static ModelSpec model(Choices choices) {
        ModelSpecs specs = new ModelSpecs(choices);
        EntitySpec first = specs.entity();
        List<EntitySpec> all = choices.upTo(3, specs::entity);
        all.add(0, first);
        return new ModelSpec(distinct(all, EntitySpec::name));
    }

    private static <T> List<T> distinct(List<T> all, Function<T, String> name) {
        Map<String, T> distinct = new LinkedHashMap<>();
        all.forEach(each -> distinct.putIfAbsent(name.apply(each), each));
        return List.copyOf(distinct.values());
    }

    private EntitySpec entity() {
        return new EntitySpec(
                choices.oneOf(ENTITIES),
                choices.oneOf(List.of(Ids.values())),
                choices.rarely(),
                kids(),
                distinct(choices.upTo(6, () -> attribute(ATTRIBUTES)), Attribute::name),
                distinct(choices.upTo(2, () -> attribute(KID_ATTRIBUTES)), Attribute::name),
                distinct(choices.upTo(2, this::reference), Reference::name),
                choices.upTo(1, () -> choices.oneOf(ENTITIES)),
                extras());
    }

    private Kids kids() {
        // Most entities have no subclass.
        return Kids.values()[Math.max(0, choices.below(8) - 4)];
    }

    private Attribute attribute(List<String> names) {
        return new Attribute(
                choices.oneOf(names),
                choices.below(3),
                choices.either(),
                choices.rarely(),
                choices.rarely(),
                choices.rarely(),
                choices.rarely(),
                choices.rarely());
    }

    private Reference reference() {
        String name = choices.oneOf(REFERENCES);
        String target = choices.oneOf(ENTITIES);
        return new Reference(name + target, target, choices.below(3), choices.rarely());
    }

    private Set<Extra> extras() {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        extras.addAll(choices.upTo(4, () -> choices.oneOf(List.of(Extra.values()))));
        return extras;
    }
}
