package ormlab.naming;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;

/**
 * Names everything that has no explicit name as Spring Boot does: by the rules of Jakarta
 * Persistence, except that a join table is named after its owner's table and the attribute.
 */
public final class SpringNames extends StandardNames {
    private static final long serialVersionUID = 1L;

    /** Creates the strategy, which has no state and may be shared. */
    public SpringNames() {}

    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        String name =
                source.getOwningPhysicalTableName()
                        + "_"
                        + source.getAssociationOwningAttributePath().getProperty();
        return toIdentifier(name, source.getBuildingContext());
    }
}
