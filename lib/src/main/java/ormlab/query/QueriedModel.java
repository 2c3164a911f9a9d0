package ormlab.query;

import jakarta.persistence.metamodel.EntityType;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.specification.MutationSpecification;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.internal.model.DigitsCheck;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.error.SnippetNames;
import ormlab.internal.identity.GivenId;

/** The model of a query, and the session that sends the query. */
record QueriedModel<T>(Class<T> type, Supplier<? extends Session> source) {
    Session session() {
        return source.get();
    }

    /** Adds the model's name to a message. */
    String in(String message) {
        return message.formatted(type.getSimpleName());
    }

    String in(String message, @Nullable Object value) {
        return message.formatted(type.getSimpleName(), value);
    }

    EntityType<T> entity() {
        try {
            return session().getFactory().getMetamodel().entity(type);
        } catch (IllegalArgumentException unknown) {
            throw new OrmlabException(
                    in(
                            "'%s' is not a registered model, or was defined again since. Register"
                                    + " it with db.models(…), with @Entity on the class."),
                    unknown);
        }
    }

    /** Returns the row with an id of the right type; null if there is none. */
    @Nullable T find(Object id) {
        Class<T> stored = entity().getJavaType();
        GivenId.require(stored, id, factory());
        return sent(() -> session().find(stored, id));
    }

    boolean couldHave(@Nullable Object id) {
        return GivenId.fits(persister(), id);
    }

    private EntityPersister persister() {
        return factory().getMappingMetamodel().getEntityDescriptor(entity().getJavaType());
    }

    private SessionFactoryImplementor factory() {
        return session().getFactory().unwrap(SessionFactoryImplementor.class);
    }

    /** Sends a statement; the session records a failure, which is shortened for a notebook. */
    <R> R sent(Supplier<R> statement) {
        try {
            return statement.get();
        } catch (RuntimeException refused) {
            throw ShortTrace.of(
                    SnippetNames.plain(
                            session() instanceof QueryFailureListener listener
                                    ? listener.queryFailed(refused)
                                    : refused));
        }
    }

    /** Sets an attribute of the selected rows, and returns their number. */
    int update(Selection<T> selection, String name, @Nullable Object value) {
        Attributes.requireSingle(entity(), name, "update(…)");
        Attributes.requireOwnColumn(entity(), name);
        Object fitting =
                Values.fitting(Attributes.resolve(entity(), name).getJavaType(), name, value);
        DigitsCheck.check(persister(), name, fitting);
        return execute(
                selection,
                "update %s set %s = :value".formatted(entity().getName(), name),
                Collections.singletonMap("value", fitting));
    }

    /** Changes the selected rows with one statement, and returns their number. */
    int execute(Selection<T> selection, String hql, Map<String, ? extends @Nullable Object> binds) {
        return sent(
                () -> {
                    var change = MutationSpecification.create(type, hql);
                    selection.criteria(this).conditions().forEach(change::restrict);
                    MutationQuery query = change.createQuery(session());
                    binds.forEach(query::setParameter);
                    return query.executeUpdate();
                });
    }
}
