package ormlab.naming;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;

/**
 * Names what has no explicit name as Spring Boot does: as Jakarta Persistence says, but a join
 * table after its owner's table and the attribute.
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
