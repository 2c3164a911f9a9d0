package ormlab.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        Map<String, String> tables = new LinkedHashMap<>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(
                        entity -> tables.put(entity.getJpaEntityName(), table(entity)));
        Optional<String> ofTable =
                tables.keySet().stream()
                        .filter(model -> tables.get(model).equalsIgnoreCase(name))
                        .findFirst();
        return new OrmlabException(
                "HQL asks models, and '%s' is %s."
                        .formatted(
                                name,
                                ofTable.map(
                                                model ->
                                                        "the table of "
                                                                + model
                                                                + ". Write the class: from "
                                                                + model)
                                        .orElseGet(
                                                () ->
                                                        "none."
                                                                + Suggestion.question(
                                                                        name, tables.keySet())
                                                                + " Registered: "
                                                                + tables.keySet().stream()
                                                                        .sorted()
                                                                        .toList())),
                failed);
    }

    private static String table(EntityPersister entity) {
        String quoted = entity.getIdentifierTableName();
        return quoted.replace("\"", "");
    }
}
