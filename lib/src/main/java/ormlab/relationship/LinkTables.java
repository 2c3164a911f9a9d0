package ormlab.relationship;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.dialect.Dialect;
import org.hibernate.jdbc.Expectation;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ManyToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;

/**
 * Makes the link tables of owning dynamic and write-only lists contain each pair only once.
 *
 * <p>Hibernate adds a primary key to the link table of a {@code Set}, but not to that of a list,
 * which may contain an element twice. A list that is never loaded does not know its elements, so
 * its INSERT checks whether the pair exists.
 */
public final class LinkTables {
    private LinkTables() {}

    /** Adds the keys to a bound model, before a session factory is built from it. */
    public static void install(Metadata metadata) {
        metadata.getCollectionBindings().stream()
                .filter(LinkTables::isOwningQueryList)
                .forEach(list -> install(list, metadata.getDatabase().getDialect()));
    }

    private static boolean isOwningQueryList(Collection list) {
        if (list.isInverse()
                || !(list.getElement() instanceof ManyToOne)
                || list.getCustomSQLInsert() != null) {
            return false;
        }
        PersistentClass owner = list.getOwner();
        String attribute = list.getRole().substring(owner.getEntityName().length() + 1);
        if (!owner.hasProperty(attribute)) {
            return false; // within an embeddable
        }
        Class<?> declared =
                owner.getProperty(attribute).getGetter(owner.getMappedClass()).getReturnTypeClass();
        return DynamicList.class == declared || WriteOnlyList.class == declared;
    }

    private static void install(Collection list, Dialect dialect) {
        Table table = list.getCollectionTable();
        List<Column> pair =
                Stream.concat(
                                list.getKey().getColumns().stream(),
                                list.getElement().getColumns().stream())
                        .toList();
        if (!table.hasPrimaryKey() && table.getUniqueKeys().isEmpty()) {
            PrimaryKey key = new PrimaryKey(table);
            pair.forEach(key::addColumn);
            table.setPrimaryKey(key);
        }
        list.setCustomSQLInsert(insert(name(table, dialect), pair, dialect), false, null);
        list.setInsertExpectation(Expectation.None::new); // no row is inserted if the pair exists
    }

    private static String insert(String table, List<Column> pair, Dialect dialect) {
        List<String> names = pair.stream().map(column -> column.getQuotedName(dialect)).toList();
        return "insert into %s (%s) select %s from (select %s) added where not exists (select 1 from %s there where %s)"
                .formatted(
                        table,
                        String.join(",", names),
                        joined(names, "added.%1$s", ","),
                        joined(names, "? as %1$s", ","),
                        table,
                        joined(names, "there.%1$s=added.%1$s", " and "));
    }

    private static String joined(List<String> names, String form, String between) {
        return names.stream()
                .map(name -> String.format(form, name))
                .collect(Collectors.joining(between));
    }

    private static String name(Table table, Dialect dialect) {
        QualifiedTableName name = table.getQualifiedTableName();
        return Stream.of(name.getCatalogName(), name.getSchemaName(), name.getTableName())
                .filter(part -> part != null)
                .map(part -> part.render(dialect))
                .collect(Collectors.joining("."));
    }
}
