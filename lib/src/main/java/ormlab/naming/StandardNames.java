package ormlab.naming;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource.Kind;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;

/**
 * Names everything that has no explicit name as Hibernate does by default.
 *
 * <p>On PostgreSQL, Hibernate lets the database name a unique constraint on one column, so this
 * uses PostgreSQL's name for it.
 */
public class StandardNames extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final long serialVersionUID = 1L;

    /** Creates the strategy, which has no state and may be shared. */
    public StandardNames() {}

    @Override
    protected String generateConstraintNameString(ImplicitConstraintNameSource source) {
        Dialect dialect =
                source.getBuildingContext().getMetadataCollector().getDatabase().getDialect();
        return dialect instanceof PostgreSQLDialect
                        && source.kind() == Kind.UNIQUE_KEY
                        && source.getColumnNames().size() == 1
                ? keyName(source.getTableName(), source.getColumnNames().get(0))
                : super.generateConstraintNameString(source);
    }

    /** PostgreSQL shortens the longer of the two until the name fits. */
    private static String keyName(Identifier table, Identifier column) {
        String first = table.getText();
        String second = column.getText();
        while ((first + '_' + second + "_key").length() > ConstraintNames.LONGEST) {
            if (first.length() > second.length()) {
                first = first.substring(0, first.length() - 1);
            } else {
                second = second.substring(0, second.length() - 1);
            }
        }
        return first + '_' + second + "_key";
    }
}
