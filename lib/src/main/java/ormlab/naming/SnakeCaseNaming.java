package ormlab.naming;

import java.util.List;
import java.util.Optional;
import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitAnyDiscriminatorColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitAnyKeyColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitCollectionTableNameSource;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource.Nature;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.source.spi.AttributePath;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.ToOne;
import org.jspecify.annotations.Nullable;

/**
 * Names everything that has no explicit name: tables and columns in snake_case, join columns {@code
 * role_id}, join tables {@code post_tags (post_id, tag_id)}, constraints {@code uq_users_username}.
 *
 * <p>An explicit {@code @Table(name = …)} or {@code @Column(name = …)} is kept exactly.
 */
public class SnakeCaseNaming extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final long serialVersionUID = 1L;

    /** Creates the strategy, which has no state and may be shared. */
    public SnakeCaseNaming() {}

    @Override
    protected @Nullable String transformEntityName(EntityNaming entityNaming) {
        String name = super.transformEntityName(entityNaming);
        return name == null ? null : SnakeCase.of(EntityNames.simpleName(name));
    }

    @Override
    protected String transformAttributePath(AttributePath attributePath) {
        return SnakeCase.of(super.transformAttributePath(attributePath));
    }

    /**
     * Joins the owner's table and the attribute, because two entities may have several
     * associations.
     */
    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        AttributePath path = source.getAssociationOwningAttributePath();
        if (path == null) {
            return super.determineJoinTableName(source);
        }
        String name = source.getOwningPhysicalTableName() + '_' + transformAttributePath(path);
        return toIdentifier(name, source.getBuildingContext());
    }

    /** Joins the owner's table and the attribute, so that the table is listed next to its owner. */
    @Override
    public Identifier determineCollectionTableName(ImplicitCollectionTableNameSource source) {
        String name =
                source.getOwningPhysicalTableName().getText()
                        + '_'
                        + transformAttributePath(source.getOwningAttributePath());
        return toIdentifier(name, source.getBuildingContext());
    }

    @Override
    public Identifier determineJoinColumnName(ImplicitJoinColumnNameSource source) {
        String column = SnakeCase.of(source.getReferencedColumnName().getText());
        return toIdentifier(referent(source) + '_' + column, source.getBuildingContext());
    }

    private String referent(ImplicitJoinColumnNameSource source) {
        AttributePath path = source.getAttributePath();
        String entity = transformEntityName(source.getEntityNaming());
        if (path == null || source.getNature() == Nature.ELEMENT_COLLECTION) {
            return entity;
        }
        String attribute = transformAttributePath(path);
        return collection(source)
                .map(found -> refersToOwner(found) ? entity : SnakeCase.singular(attribute))
                .orElse(attribute);
    }

    /** Hibernate does not say whether the attribute is a single reference or a collection. */
    private static Optional<Collection> collection(ImplicitJoinColumnNameSource source) {
        InFlightMetadataCollector model = source.getBuildingContext().getMetadataCollector();
        String suffix = '.' + source.getAttributePath().getProperty();
        String entity = source.getEntityNaming().getEntityName();
        return model.getCollectionBindings().stream()
                .filter(collection -> collection.getRole().endsWith(suffix))
                .filter(collection -> links(collection, entity, model))
                .findFirst();
    }

    private static boolean links(
            Collection collection, String entity, InFlightMetadataCollector model) {
        if (collection.isInverse()) {
            String otherSide = entity + '.' + collection.getMappedByProperty();
            return model.getCollectionBinding(otherSide) != null;
        }
        return collection.getElement() instanceof ToOne element
                ? entity.equals(element.getReferencedEntityName())
                : entity.equals(collection.getOwnerEntityName());
    }

    private static boolean refersToOwner(Collection collection) {
        return collection.isInverse() || collection.getElement() instanceof OneToMany;
    }

    @Override
    public Identifier determineAnyDiscriminatorColumnName(
            ImplicitAnyDiscriminatorColumnNameSource source) {
        String name = transformAttributePath(source.getAttributePath()) + "_type";
        return toIdentifier(name, source.getBuildingContext());
    }

    @Override
    public Identifier determineAnyKeyColumnName(ImplicitAnyKeyColumnNameSource source) {
        String name = transformAttributePath(source.getAttributePath()) + "_id";
        return toIdentifier(name, source.getBuildingContext());
    }

    @Override
    protected String generateConstraintNameString(ImplicitConstraintNameSource source) {
        String table = source.getTableName().getText();
        List<String> columns = source.getColumnNames().stream().map(Identifier::getText).toList();
        if (source instanceof ImplicitForeignKeyNameSource key) {
            return ConstraintNames.foreignKey(
                    table, columns, key.getReferencedTableName().getText());
        }
        return source.kind() == ImplicitConstraintNameSource.Kind.INDEX
                ? ConstraintNames.index(table, columns)
                : ConstraintNames.unique(table, columns);
    }
}
