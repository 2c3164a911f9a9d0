package ormlab.dialect.internal.model;

import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import ormlab.dialect.Engine;

/** A dialect of ours: it belongs to an engine, and its errors name the model's tables. */
public interface ModelAwareDialect {
    /** Returns the engine whose SQL this dialect writes. */
    Engine engine();

    /** Remembers the model for error messages; a later one replaces it. */
    void learn(ModelFacts facts);

    /**
     * Adds what the database does not check on its own.
     *
     * @param withOwnType the columns whose type the model writes as SQL
     */
    default void complete(Table table, Metadata metadata, Set<Column> withOwnType) {}
}
