package ormlab.internal.advice;

import jakarta.persistence.Table;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.EntityCollectionPart;
import org.jspecify.annotations.Nullable;
import ormlab.trace.ScannedColumn;

/** Writes the annotation that adds an index, and says where to put it. */
final class IndexLine {
    private final ScannedColumn column;
    private @Nullable String line;

    private IndexLine(ScannedColumn column) {
        this.column = column;
    }

    static String of(@Nullable SessionFactoryImplementor factory, ScannedColumn column) {
        IndexLine index = new IndexLine(column);
        if (factory != null) {
            factory.getMappingMetamodel().forEachEntityDescriptor(index::look);
        }
        return index.line != null
                ? index.line
                : "Create an index: create index ix_%1$s_%2$s on %1$s (%2$s);"
                        .formatted(column.table(), column.column());
    }

    private void look(EntityMappingType entity) {
        EntityMappingType above = entity.getSuperMappingType();
        if (hasTable(entity) && (above == null || !hasTable(above))) {
            line = onClass(entity.getMappedJavaType().getJavaTypeClass());
        }
        entity.forEachAttributeMapping(
                attribute -> {
                    if (attribute instanceof PluralAttributeMapping plural
                            && isTable(plural.getSeparateCollectionTable())
                            && line == null) {
                        line =
                                "Put indexes = %s into the %s of %s.%s."
                                        .formatted(
                                                annotation(),
                                                plural.getElementDescriptor()
                                                                instanceof EntityCollectionPart
                                                        ? "@JoinTable"
                                                        : "@CollectionTable",
                                                entity.getMappedJavaType()
                                                        .getJavaTypeClass()
                                                        .getSimpleName(),
                                                plural.getAttributeName());
                    }
                });
    }

    private boolean hasTable(EntityMappingType entity) {
        return isTable(entity.getMappedTableDetails().getTableName());
    }

    /** In Hibernate's names, quotes and a schema appear where the model has them. */
    private boolean isTable(@Nullable String name) {
        return name != null
                && name.substring(name.lastIndexOf('.') + 1)
                        .replaceAll("[\"`]", "")
                        .equalsIgnoreCase(column.table());
    }

    private String onClass(Class<?> model) {
        Table table = model.getDeclaredAnnotation(Table.class);
        if (table != null && table.indexes().length > 0) {
            return "Add to the indexes of the class %s: %s."
                    .formatted(model.getSimpleName(), annotation());
        }
        String name =
                table == null || table.name().isEmpty() ? "" : "name = \"" + table.name() + "\", ";
        return "Write above the class %s: @Table(%sindexes = %s)"
                .formatted(model.getSimpleName(), name, annotation());
    }

    private String annotation() {
        return "@Index(columnList = \"" + column.column() + "\")";
    }
}
