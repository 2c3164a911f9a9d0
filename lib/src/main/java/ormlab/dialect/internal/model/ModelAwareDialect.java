package ormlab.dialect.internal.model;

import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import ormlab.dialect.Engine;

/** A dialect of this library: it belongs to an engine, and its errors name the model's tables. */
public interface ModelAwareDialect {
    /** Returns the engine whose SQL this dialect writes. */
    Engine engine();

    /** Remembers the model for error messages; a later one replaces it. */
    void learn(ModelFacts facts);

    /**
     * Adds constraints for what the database does not enforce.
     *
     * @param withOwnType the columns whose SQL type the model specifies
     */
    default void complete(Table table, Metadata metadata, Set<Column> withOwnType) {}
}
