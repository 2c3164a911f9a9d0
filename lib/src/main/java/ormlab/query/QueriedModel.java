package ormlab.query;

import jakarta.persistence.metamodel.EntityType;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.specification.MutationSpecification;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.error.SnippetNames;

/** The model a query asks for, and the session that sends the query. */
record QueriedModel<T>(Class<T> type, Supplier<? extends Session> source) {
    Session session() {
        return source.get();
    }

    /** Puts the model's name into a message. */
    String in(String message) {
        return message.formatted(type.getSimpleName());
    }

    EntityType<T> entity() {
        try {
            return session().getFactory().getMetamodel().entity(type);
        } catch (IllegalArgumentException unknown) {
            throw new OrmlabException(
                    in(
                            "'%s' is no registered model, or was defined again since. Name it in"
                                    + " db.models(…), with @Entity on the class."),
                    unknown);
        }
    }

    /** Sends a statement; a failure is noted by the session and shortened for a notebook. */
    <R> R sent(Supplier<R> statement) {
        try {
            return statement.get();
        } catch (RuntimeException refused) {
            if (session() instanceof NotesFailure noting) {
                noting.queryFailed(refused);
            }
            throw ShortTrace.of(SnippetNames.plain(refused));
        }
    }

    /** Changes the selected rows with one statement, and returns how many they were. */
    int execute(Selection<T> selection, String hql, Map<String, ? extends @Nullable Object> binds) {
        return sent(
                () -> {
                    var change = MutationSpecification.create(type, hql);
                    selection.restrictions().forEach(change::restrict);
                    MutationQuery query = change.createQuery(session());
                    binds.forEach(query::setParameter);
                    return query.executeUpdate();
                });
    }
}
