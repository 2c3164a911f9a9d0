package ormlab.naming;

import java.util.List;
import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitAnyDiscriminatorColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitAnyKeyColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitCollectionTableNameSource;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitDiscriminatorColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitIndexColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitJoinColumnNameSource.Nature;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitMapKeyColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.source.spi.AttributePath;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.ToOne;

/**
 * Names what carries no explicit name: tables and columns in snake_case, join columns {@code
 * role_id}, join tables {@code post_tags (post_id, tag_id)}, constraints {@code uq_users_username}.
 *
 * <p>An explicit {@code @Table(name = …)} or {@code @Column(name = …)} is kept exactly.
 */
public class SnakeCaseNaming extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final long serialVersionUID = 1L;

    /** Creates the strategy; it has no state and may be shared. */
    public SnakeCaseNaming() {}

    @Override
    protected String transformEntityName(EntityNaming entityNaming) {
        String name = super.transformEntityName(entityNaming);
        return name == null ? null : SnakeCase.of(EntityNames.simpleName(name));
    }

    @Override
    protected String transformAttributePath(AttributePath attributePath) {
        return SnakeCase.of(super.transformAttributePath(attributePath));
    }

    /** Joins the owner's table and the attribute, since two entities may be linked twice. */
    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        AttributePath path = source.getAssociationOwningAttributePath();
        if (path == null) {
            return super.determineJoinTableName(source);
        }
        String name = source.getOwningPhysicalTableName() + '_' + transformAttributePath(path);
        return toIdentifier(name, source.getBuildingContext());
    }

    /** Joins the owner's table and the attribute, so that it stays beside its owner in a list. */
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
        if (path == null || source.getNature() == Nature.ELEMENT_COLLECTION) {
            return transformEntityName(source.getEntityNaming());
        }
        String attribute = transformAttributePath(path);
        return isCollection(source) ? SnakeCase.singular(attribute) : attribute;
    }

    /** Hibernate does not say whether the attribute is one of several referents or the only one. */
    private static boolean isCollection(ImplicitJoinColumnNameSource source) {
        String suffix = '.' + source.getAttributePath().getProperty();
        return source.getBuildingContext().getMetadataCollector().getCollectionBindings().stream()
                .filter(collection -> collection.getRole().endsWith(suffix))
                .anyMatch(collection -> isOf(source.getEntityNaming(), collection));
    }

    private static boolean isOf(EntityNaming referent, Collection collection) {
        return collection.getElement() instanceof ToOne element
                        && referent.getEntityName().equals(element.getReferencedEntityName())
                || referent.getEntityName().equals(collection.getOwnerEntityName());
    }

    @Override
    public Identifier determineDiscriminatorColumnName(
            ImplicitDiscriminatorColumnNameSource source) {
        return toIdentifier("dtype", source.getBuildingContext());
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
    public Identifier determineMapKeyColumnName(ImplicitMapKeyColumnNameSource source) {
        String name = transformAttributePath(source.getPluralAttributePath()) + "_key";
        return toIdentifier(name, source.getBuildingContext());
    }

    @Override
    public Identifier determineListIndexColumnName(ImplicitIndexColumnNameSource source) {
        String name = transformAttributePath(source.getPluralAttributePath()) + "_order";
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
