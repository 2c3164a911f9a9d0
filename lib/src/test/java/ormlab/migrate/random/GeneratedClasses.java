package ormlab.migrate.random;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.EntitySpec;
import ormlab.migrate.random.ModelSpec.Ids;
import ormlab.migrate.random.ModelSpec.Reference;
import ormlab.naming.SnakeCase;

/** Makes real entity classes of a model's description, in a class loader of their own. */
final class GeneratedClasses {
    /** The two versions of an enumeration. */
    public enum Choice {
        NEW,
        OLD
    }

    public enum WiderChoice {
        GONE,
        NEW,
        OLD
    }

    private static final String PACKAGE = "generated.";

    private final ModelSpec model;
    private final Map<String, TypeDescription> types = new HashMap<>();

    private GeneratedClasses(ModelSpec model) {
        this.model = model;
        for (EntitySpec entity : model.entities()) {
            // An empty class of that name: enough to be referred to.
            types.put(
                    entity.name(),
                    new ByteBuddy()
                            .subclass(Object.class)
                            .name(PACKAGE + entity.name())
                            .make()
                            .getTypeDescription());
        }
    }

    static Class<?>[] of(ModelSpec model) {
        GeneratedClasses classes = new GeneratedClasses(model);
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (EntitySpec entity : model.entities()) {
            bytes.put(PACKAGE + entity.name(), classes.entity(entity).make().getBytes());
        }
        ClassLoader loader =
                new ByteArrayClassLoader(GeneratedClasses.class.getClassLoader(), bytes);
        return bytes.keySet().stream()
                .map(
                        name -> {
                            try {
                                return Class.forName(name, false, loader);
                            } catch (ClassNotFoundException failed) {
                                throw new IllegalStateException(failed);
                            }
                        })
                .toArray(Class<?>[]::new);
    }

    private DynamicType.Builder<?> entity(EntitySpec entity) {
        DynamicType.Builder<?> builder =
                new ByteBuddy()
                        .subclass(Object.class)
                        .name(PACKAGE + entity.name())
                        .annotateType(
                                annotation(Entity.class).define("name", entity.name()).build(),
                                table(entity));
        builder = id(builder, entity);
        for (Attribute attribute : entity.attributes()) {
            builder = attribute(builder, attribute);
        }
        for (Reference reference : entity.references()) {
            if (types.containsKey(reference.target())) {
                builder = reference(builder, reference);
            }
        }
        for (String target : entity.many()) {
            if (types.containsKey(target)) {
                builder =
                        builder.defineField(
                                        "all" + target,
                                        TypeDescription.Generic.Builder.parameterizedType(
                                                        TypeDescription.ForLoadedType.of(Set.class),
                                                        List.of(types.get(target)))
                                                .build(),
                                        Visibility.PUBLIC)
                                .annotateField(annotation(ManyToMany.class).build());
            }
        }
        return builder;
    }

    private static AnnotationDescription.Builder annotation(Class<? extends Annotation> type) {
        return AnnotationDescription.Builder.ofType(type);
    }

    private AnnotationDescription table(EntitySpec entity) {
        List<AnnotationDescription> indexes = new ArrayList<>();
        for (Attribute attribute : entity.attributes()) {
            if (attribute.indexed() && attribute.family() != ModelSpec.Family.WORDS) {
                String order = attribute.size() == 0 ? "" : " desc";
                indexes.add(
                        annotation(Index.class)
                                .define("columnList", SnakeCase.of(attribute.name()) + order)
                                .build());
            }
        }
        List<AnnotationDescription> uniques = new ArrayList<>();
        List<String> names =
                entity.attributes().stream()
                        .filter(each -> each.family() != ModelSpec.Family.WORDS)
                        .map(each -> SnakeCase.of(each.name()))
                        .toList();
        if (entity.pairUnique() && names.size() > 1) {
            uniques.add(
                    annotation(UniqueConstraint.class)
                            .defineArray("columnNames", names.get(0), "id")
                            .build());
        }
        AnnotationDescription.Builder table =
                annotation(Table.class)
                        .defineAnnotationArray(
                                "indexes",
                                TypeDescription.ForLoadedType.of(Index.class),
                                indexes.toArray(AnnotationDescription[]::new))
                        .defineAnnotationArray(
                                "uniqueConstraints",
                                TypeDescription.ForLoadedType.of(UniqueConstraint.class),
                                uniques.toArray(AnnotationDescription[]::new));
        if (entity.commented()) {
            table = table.define("comment", "All of " + entity.name() + "'s rows");
        }
        return table.build();
    }

    private static DynamicType.Builder<?> id(DynamicType.Builder<?> builder, EntitySpec entity) {
        Class<?> type = entity.textIds() ? String.class : Integer.class;
        List<AnnotationDescription> annotations = new ArrayList<>();
        annotations.add(annotation(Id.class).build());
        if (!entity.textIds() && entity.ids() != Ids.ASSIGNED) {
            annotations.add(
                    annotation(GeneratedValue.class)
                            .define(
                                    "strategy",
                                    entity.ids() == Ids.IDENTITY
                                            ? GenerationType.IDENTITY
                                            : GenerationType.AUTO)
                            .build());
        }
        return builder.defineField("id", type, Visibility.PUBLIC).annotateField(annotations);
    }

    private static DynamicType.Builder<?> attribute(
            DynamicType.Builder<?> builder, Attribute attribute) {
        List<AnnotationDescription> annotations = new ArrayList<>();
        int size = attribute.size();
        AnnotationDescription.Builder column =
                annotation(Column.class)
                        .define("nullable", attribute.nullable())
                        .define("unique", attribute.isUnique());
        Type type =
                switch (attribute.family()) {
                    case NUMBER -> List.of(Short.class, Integer.class, Long.class).get(size);
                    case TEXT -> {
                        column = column.define("length", List.of(30, 90, 40_000).get(size));
                        yield String.class;
                    }
                    case DECIMAL -> {
                        column = column.define("precision", 6 + 2 * size).define("scale", 2);
                        yield BigDecimal.class;
                    }
                    case FLAG -> Boolean.class;
                    case DAY -> LocalDate.class;
                    case MOMENT -> Instant.class;
                    case CHOICE -> size == 0 ? Choice.class : WiderChoice.class;
                    case WORDS -> Set.class;
                };
        if (attribute.family() == ModelSpec.Family.WORDS) {
            return builder.defineField(
                            attribute.name(),
                            TypeDescription.Generic.Builder.parameterizedType(
                                            Set.class, String.class)
                                    .build(),
                            Visibility.PUBLIC)
                    .annotateField(
                            annotation(ElementCollection.class).build(),
                            annotation(Column.class).define("length", 30 + size).build());
        }
        if (attribute.commented()) {
            column = column.define("comment", "the " + attribute.name() + " 'as is'");
        }
        if (attribute.checked() && attribute.family() == ModelSpec.Family.NUMBER) {
            String name = attribute.name().equals("order") ? "\"order\"" : attribute.name();
            column =
                    column.defineAnnotationArray(
                            "check",
                            TypeDescription.ForLoadedType.of(
                                    jakarta.persistence.CheckConstraint.class),
                            annotation(jakarta.persistence.CheckConstraint.class)
                                    .define("constraint", name + " >= -" + (size + 1))
                                    .build());
        }
        annotations.add(column.build());
        if (attribute.family() == ModelSpec.Family.CHOICE) {
            annotations.add(annotation(Enumerated.class).define("value", EnumType.STRING).build());
        }
        if (attribute.withDefault() && !attribute.isUnique()) {
            String value =
                    switch (attribute.family()) {
                        case NUMBER -> "" + size;
                        case TEXT -> "'it''s'";
                        case DECIMAL -> "1.5";
                        case FLAG -> "true";
                        case DAY -> "'2020-02-02'";
                        case CHOICE -> "'NEW'";
                        default -> "";
                    };
            if (!value.isEmpty()) {
                annotations.add(annotation(ColumnDefault.class).define("value", value).build());
            }
        }
        return builder.defineField(attribute.name(), type, Visibility.PUBLIC)
                .annotateField(annotations);
    }

    private DynamicType.Builder<?> reference(DynamicType.Builder<?> builder, Reference reference) {
        List<AnnotationDescription> annotations = new ArrayList<>();
        annotations.add(annotation(reference.one() ? OneToOne.class : ManyToOne.class).build());
        if (reference.onDelete() > 0) {
            annotations.add(
                    annotation(OnDelete.class)
                            .define(
                                    "action",
                                    reference.onDelete() == 1
                                            ? OnDeleteAction.CASCADE
                                            : OnDeleteAction.SET_NULL)
                            .build());
        }
        return builder.defineField(
                        reference.name(), types.get(reference.target()), Visibility.PUBLIC)
                .annotateField(annotations);
    }
}
