package ormlab.migrate.random;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OrderColumn;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.Family;
import ormlab.testing.TestDatabase;

/** Generates the field of an attribute: its type, its column, its default. */
final class GeneratedField {
    private final TestDatabase database;
    private final Attribute attribute;
    private final int size;
    private final List<AnnotationDescription> annotations = new ArrayList<>();
    private AnnotationDescription.Builder column;

    private GeneratedField(TestDatabase database, Attribute attribute) {
        this.database = database;
        this.attribute = attribute;
        this.size = attribute.size();
        this.column =
                annotation(Column.class)
                        .define("nullable", attribute.nullable())
                        .define("unique", attribute.isUnique());
    }

    static DynamicType.Builder<?> add(
            TestDatabase database, DynamicType.Builder<?> builder, Attribute attribute) {
        GeneratedField field = new GeneratedField(database, attribute);
        return attribute.family() == Family.WORDS ? field.words(builder) : field.plain(builder);
    }

    private static AnnotationDescription.Builder annotation(Class<? extends Annotation> type) {
        return AnnotationDescription.Builder.ofType(type);
    }

    /** Adds a collection with its own table; the largest size keeps its order. */
    private DynamicType.Builder<?> words(DynamicType.Builder<?> builder) {
        annotations.add(annotation(ElementCollection.class).build());
        annotations.add(annotation(Column.class).define("length", 30 + size).build());
        if (size == 2) {
            annotations.add(annotation(OrderColumn.class).build());
        }
        return builder.defineField(
                        attribute.name(),
                        TypeDescription.Generic.Builder.parameterizedType(
                                        size == 2 ? List.class : Set.class, String.class)
                                .build(),
                        Visibility.PUBLIC)
                .annotateField(annotations);
    }

    private DynamicType.Builder<?> plain(DynamicType.Builder<?> builder) {
        Class<?> type = type();
        if (attribute.commented()) {
            column = column.define("comment", "the " + attribute.name() + " 'as is'");
        }
        if (attribute.checked() && attribute.family() == Family.NUMBER) {
            check();
        }
        annotations.add(column.build());
        if (attribute.withDefault() && !attribute.isUnique()) {
            defaultValue();
        }
        return builder.defineField(attribute.name(), type, Visibility.PUBLIC)
                .annotateField(annotations);
    }

    private Class<?> type() {
        return switch (attribute.family()) {
            case NUMBER -> List.of(Short.class, Integer.class, Long.class).get(size);
            case TEXT -> {
                column = column.define("length", List.of(30, 90, 40_000).get(size));
                yield String.class;
            }
            case DECIMAL -> {
                int scale = List.of(2, 2, 3).get(size);
                column = column.define("precision", 6 + 2 * size).define("scale", scale);
                yield BigDecimal.class;
            }
            case MOMENT -> {
                column = column.define("secondPrecision", List.of(0, 3, 6).get(size));
                yield Instant.class;
            }
            case CHOICE -> choice();
            case RANK -> {
                annotations.add(enumerated(EnumType.ORDINAL));
                yield size == 0
                        ? GeneratedParts.Old.Choice.class
                        : GeneratedParts.Later.Choice.class;
            }
            case FLAG -> Boolean.class;
            case DAY -> LocalDate.class;
            case WORDS -> throw new IllegalStateException("a collection has no column here");
        };
    }

    private static AnnotationDescription enumerated(EnumType as) {
        return annotation(Enumerated.class).define("value", as).build();
    }

    /** Returns text with a check, longer text, or PostgreSQL's own type of that name. */
    private Class<?> choice() {
        if (attribute.checked() && database == TestDatabase.POSTGRESQL) {
            annotations.add(
                    annotation(JdbcTypeCode.class).define("value", SqlTypes.NAMED_ENUM).build());
        } else {
            annotations.add(enumerated(EnumType.STRING));
        }
        return size == 0 ? GeneratedParts.Old.Choice.class : GeneratedParts.Later.Choice.class;
    }

    private void check() {
        String name = attribute.name().equals("order") ? "\"order\"" : attribute.name();
        column =
                column.defineAnnotationArray(
                        "check",
                        TypeDescription.ForLoadedType.of(CheckConstraint.class),
                        annotation(CheckConstraint.class)
                                .define("constraint", name + " >= -" + (size + 1))
                                .build());
    }

    private void defaultValue() {
        String value =
                switch (attribute.family()) {
                    case NUMBER -> "" + size;
                    case TEXT -> "'it''s'";
                    case DECIMAL -> "1.5";
                    case FLAG -> "true";
                    case DAY -> "'2020-02-02'";
                    case MOMENT -> "current_timestamp";
                    case CHOICE -> "'NEW'";
                    case RANK -> "1";
                    case WORDS -> "";
                };
        annotations.add(annotation(ColumnDefault.class).define("value", value).build());
    }
}
