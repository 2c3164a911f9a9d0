package ormlab.migrate.random;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.type.TypeDescription;
import ormlab.migrate.random.ModelSpec.Attribute;
import ormlab.migrate.random.ModelSpec.EntitySpec;
import ormlab.migrate.random.ModelSpec.Extra;
import ormlab.migrate.random.ModelSpec.Family;

/** Generates the annotation of a table: its indexes, unique constraints, check and comment. */
final class GeneratedTable {
    private GeneratedTable() {}

    static AnnotationDescription of(EntitySpec entity) {
        AnnotationDescription.Builder table =
                AnnotationDescription.Builder.ofType(Table.class)
                        .defineAnnotationArray(
                                "indexes",
                                TypeDescription.ForLoadedType.of(Index.class),
                                indexes(entity).toArray(AnnotationDescription[]::new))
                        .defineAnnotationArray(
                                "uniqueConstraints",
                                TypeDescription.ForLoadedType.of(UniqueConstraint.class),
                                uniques(entity).toArray(AnnotationDescription[]::new));
        if (entity.has(Extra.TABLE_CHECK) || entity.has(Extra.OTHER_TABLE_CHECK)) {
            table =
                    table.defineAnnotationArray(
                            "check",
                            TypeDescription.ForLoadedType.of(CheckConstraint.class),
                            check(entity));
        }
        if (entity.has(Extra.COMMENT)) {
            table = table.define("comment", "All of " + entity.name() + "'s rows");
        }
        return table.build();
    }

    private static List<AnnotationDescription> indexes(EntitySpec entity) {
        List<AnnotationDescription> indexes = new ArrayList<>();
        for (Attribute attribute : entity.attributes()) {
            if (attribute.indexed() && attribute.family() != Family.WORDS) {
                String order = attribute.size() == 0 ? "" : " desc";
                indexes.add(index(attribute.column() + order, false));
            }
        }
        List<String> columns = entity.plainColumns();
        if (columns.size() > 1 && entity.has(Extra.PAIR_INDEX)) {
            indexes.add(index(columns.get(0) + ", " + columns.get(1) + " desc", false));
        }
        if (!columns.isEmpty() && entity.has(Extra.UNIQUE_INDEX)) {
            indexes.add(index("id desc, " + columns.get(columns.size() - 1), true));
        }
        return indexes;
    }

    private static AnnotationDescription index(String columns, boolean unique) {
        return AnnotationDescription.Builder.ofType(Index.class)
                .define("columnList", columns)
                .define("unique", unique)
                .build();
    }

    private static List<AnnotationDescription> uniques(EntitySpec entity) {
        List<AnnotationDescription> uniques = new ArrayList<>();
        List<String> columns = entity.plainColumns();
        if (columns.isEmpty()) {
            return uniques;
        }
        if (entity.has(Extra.PAIR_UNIQUE)) {
            uniques.add(unique("", columns.get(0)));
        }
        if (columns.size() > 1 && entity.has(Extra.NAMED_UNIQUE)) {
            uniques.add(unique("only_once_" + entity.table(), columns.get(1)));
        }
        return uniques;
    }

    private static AnnotationDescription unique(String name, String column) {
        return AnnotationDescription.Builder.ofType(UniqueConstraint.class)
                .define("name", name)
                .defineArray("columnNames", column, "id")
                .build();
    }

    private static AnnotationDescription check(EntitySpec entity) {
        String id = entity.textIds() ? "length(id)" : "id";
        int most = entity.has(Extra.TABLE_CHECK) ? 1000 : 2000;
        return AnnotationDescription.Builder.ofType(CheckConstraint.class)
                .define("name", "few_" + entity.table())
                .define("constraint", id + " between 0 and " + most)
                .build();
    }
}
