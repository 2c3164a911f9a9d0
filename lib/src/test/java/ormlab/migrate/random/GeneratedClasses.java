package ormlab.migrate.random;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import java.lang.annotation.Annotation;
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
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.EntitySpec;
import ormlab.migrate.random.ModelSpec.Extra;
import ormlab.migrate.random.ModelSpec.Ids;
import ormlab.migrate.random.ModelSpec.Kids;
import ormlab.migrate.random.ModelSpec.Reference;
import ormlab.naming.SnakeCase;
import ormlab.testing.TestDatabase;

/** Generates real entity classes from a model's description, in a separate class loader. */
final class GeneratedClasses {
    private static final String PACKAGE = "generated.";

    private final TestDatabase database;
    private final ModelSpec model;
    private final Map<String, TypeDescription> types = new HashMap<>();

    private GeneratedClasses(TestDatabase database, ModelSpec model) {
        this.database = database;
        this.model = model;
        for (EntitySpec entity : model.entities()) {
            // An empty class of that name is enough to be referred to.
            types.put(
                    entity.name(),
                    new ByteBuddy()
                            .subclass(Object.class)
                            .name(PACKAGE + entity.name())
                            .make()
                            .getTypeDescription());
        }
    }

    static Class<?>[] of(TestDatabase database, ModelSpec model) {
        GeneratedClasses classes = new GeneratedClasses(database, model);
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (EntitySpec entity : model.entities()) {
            DynamicType.Unloaded<?> made = classes.entity(entity).make();
            bytes.put(PACKAGE + entity.name(), made.getBytes());
            if (entity.kids() != Kids.NONE) {
                DynamicType.Unloaded<?> kid = classes.kid(entity, made.getTypeDescription()).make();
                bytes.put(kid.getTypeDescription().getName(), kid.getBytes());
            }
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

    private static AnnotationDescription.Builder annotation(Class<? extends Annotation> type) {
        return AnnotationDescription.Builder.ofType(type);
    }

    // Classes ----------------------------------------------------------------------------------

    private DynamicType.Builder<?> entity(EntitySpec entity) {
        DynamicType.Builder<?> builder =
                new ByteBuddy()
                        .subclass(Object.class)
                        .name(PACKAGE + entity.name())
                        .annotateType(
                                annotation(Entity.class).define("name", entity.name()).build(),
                                GeneratedTable.of(entity));
        builder = id(inheritance(builder, entity), entity);
        for (Attribute attribute : entity.attributes()) {
            builder = GeneratedField.add(database, builder, attribute);
        }
        builder = extras(builder, entity);
        for (Reference reference : entity.references()) {
            if (types.containsKey(reference.target())) {
                builder = reference(builder, entity, reference);
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

    private static DynamicType.Builder<?> inheritance(
            DynamicType.Builder<?> builder, EntitySpec entity) {
        if (entity.kids() == Kids.NONE) {
            return builder;
        }
        DynamicType.Builder<?> root =
                builder.annotateType(
                        annotation(Inheritance.class)
                                .define("strategy", InheritanceType.valueOf(entity.kids().name()))
                                .build());
        // The same in every entity, so that rows are kept when their table is renamed.
        return entity.kids() == Kids.SINGLE_TABLE
                ? root.annotateType(
                        annotation(DiscriminatorValue.class).define("value", "root").build())
                : root;
    }

    private DynamicType.Builder<?> kid(EntitySpec entity, TypeDescription parent) {
        DynamicType.Builder<?> builder =
                new ByteBuddy()
                        .subclass(parent)
                        .name(PACKAGE + entity.name() + "Kid")
                        .annotateType(
                                annotation(Entity.class)
                                        .define("name", entity.name() + "Kid")
                                        .build(),
                                annotation(DiscriminatorValue.class)
                                        .define("value", "kid")
                                        .build());
        for (Attribute attribute : entity.kidAttributes()) {
            builder = GeneratedField.add(database, builder, attribute);
        }
        return builder;
    }

    // Members ----------------------------------------------------------------------------------

    private static DynamicType.Builder<?> id(DynamicType.Builder<?> builder, EntitySpec entity) {
        Class<?> type =
                entity.textIds() ? String.class : entity.wideIds() ? Long.class : Integer.class;
        AnnotationDescription id = annotation(Id.class).build();
        if (entity.ids() == Ids.PAIR) {
            Class<?> both =
                    entity.wideIds() ? GeneratedParts.WidePair.class : GeneratedParts.Pair.class;
            return builder.annotateType(annotation(IdClass.class).define("value", both).build())
                    .defineField("id", type, Visibility.PUBLIC)
                    .annotateField(id)
                    .defineField("part", Integer.class, Visibility.PUBLIC)
                    .annotateField(id);
        }
        List<AnnotationDescription> annotations = new ArrayList<>();
        annotations.add(id);
        if (entity.ids() == Ids.SEQUENCE) {
            annotations.add(
                    annotation(SequenceGenerator.class)
                            .define("name", entity.name() + "Ids")
                            .define("sequenceName", "count_" + entity.table())
                            .define("allocationSize", entity.wideIds() ? 10 : 5)
                            .build());
        }
        if (entity.ids() != Ids.ASSIGNED) {
            GenerationType strategy = GenerationType.valueOf(entity.ids().name());
            AnnotationDescription.Builder given =
                    annotation(GeneratedValue.class).define("strategy", strategy);
            annotations.add(
                    entity.ids() == Ids.SEQUENCE
                            ? given.define("generator", entity.name() + "Ids").build()
                            : given.build());
        }
        return builder.defineField("id", type, Visibility.PUBLIC).annotateField(annotations);
    }

    private static DynamicType.Builder<?> extras(
            DynamicType.Builder<?> builder, EntitySpec entity) {
        DynamicType.Builder<?> more = builder;
        if (entity.has(Extra.EMBEDDED) || entity.has(Extra.WIDER_EMBEDDED)) {
            Class<?> type =
                    entity.has(Extra.EMBEDDED)
                            ? GeneratedParts.Place.class
                            : GeneratedParts.WiderPlace.class;
            more =
                    more.defineField("place", type, Visibility.PUBLIC)
                            .annotateField(annotation(Embedded.class).build());
        }
        if (entity.has(Extra.COMPUTED) || entity.has(Extra.OTHER_COMPUTED)) {
            String number = entity.textIds() ? "length(id)" : "id";
            String expression = number + (entity.has(Extra.COMPUTED) ? " + 2" : " * 3");
            more =
                    more.defineField("twice", Long.class, Visibility.PUBLIC)
                            .annotateField(
                                    annotation(GeneratedColumn.class)
                                            .define("value", expression)
                                            .build());
        }
        return more;
    }

    private DynamicType.Builder<?> reference(
            DynamicType.Builder<?> builder, EntitySpec owner, Reference reference) {
        List<AnnotationDescription> annotations = new ArrayList<>();
        annotations.add(annotation(reference.one() ? OneToOne.class : ManyToOne.class).build());
        EntitySpec target = model.entity(reference.target()).orElseThrow();
        if (owner.has(Extra.ON_UPDATE) && target.ids() != Ids.PAIR) {
            annotations.add(onUpdate(reference, target));
        } else if (reference.onDelete() > 0) {
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

    private static AnnotationDescription onUpdate(Reference reference, EntitySpec target) {
        String column = SnakeCase.of(reference.name()) + "_id";
        String definition =
                "foreign key (%s) references %s (id) on update %s"
                        .formatted(
                                column,
                                target.table(),
                                List.of("cascade", "set null", "restrict")
                                        .get(reference.onDelete()));
        return annotation(JoinColumn.class)
                .define("name", column)
                .define(
                        "foreignKey",
                        annotation(ForeignKey.class)
                                .define("name", "own_" + SnakeCase.of(reference.name()))
                                .define("foreignKeyDefinition", definition)
                                .build())
                .build();
    }
}
