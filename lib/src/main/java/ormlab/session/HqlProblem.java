package ormlab.session;

import java.util.Map;
import java.util.TreeMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.sqm.UnknownEntityException;
import ormlab.error.OrmlabException;
import ormlab.error.Suggestion;

/** Suggests a name when HQL names a table, or a class that is not a model. */
final class HqlProblem {
    private HqlProblem() {}

    static RuntimeException explained(RuntimeException failed, SessionFactoryImplementor factory) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof UnknownEntityException unknown) {
                return notAModel(unknown.getEntityName(), failed, factory);
            }
        }
        return failed;
    }

    private static OrmlabException notAModel(
            String name, RuntimeException failed, SessionFactoryImplementor factory) {
        Map<String, String> tables = new TreeMap<>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(
                        entity -> tables.put(entity.getJpaEntityName(), table(entity)));
        String what =
                tables.entrySet().stream()
                        .filter(table -> table.getValue().equalsIgnoreCase(name))
                        .findFirst()
                        .map(Map.Entry::getKey)
                        .map("the table of %1$s. Write the class: from %1$s"::formatted)
                        .orElseGet(
                                () ->
                                        "none.%s Registered: %s"
                                                .formatted(
                                                        Suggestion.question(name, tables.keySet()),
                                                        tables.keySet()));
        return new OrmlabException(
                "HQL queries models, and '%s' is %s.".formatted(name, what), failed);
    }

    private static String table(EntityPersister entity) {
        String quoted = entity.getIdentifierTableName();
        return quoted.replace("\"", "");
    }
}
