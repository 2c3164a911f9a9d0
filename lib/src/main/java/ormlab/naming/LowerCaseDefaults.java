package ormlab.naming;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/**
 * Keeps every name as it is, except for three that Hibernate writes in capitals: {@code DTYPE},
 * {@code lines_ORDER} and {@code lines_KEY}.
 */
public final class LowerCaseDefaults extends PhysicalNamingStrategyStandardImpl {
    private static final long serialVersionUID = 1L;
    private static final Pattern MADE_UP = Pattern.compile("([a-z]\\w*)_(ORDER|KEY)|DTYPE");

    /** Creates the strategy, which has no state and may be shared. */
    public LowerCaseDefaults() {}

    @Override
    public Identifier toPhysicalColumnName(Identifier logicalName, JdbcEnvironment environment) {
        if (logicalName == null || logicalName.isQuoted()) {
            return logicalName;
        }
        Matcher madeUp = MADE_UP.matcher(logicalName.getText());
        return madeUp.matches()
                ? Identifier.toIdentifier(SnakeCase.of(logicalName.getText()))
                : logicalName;
    }
}
