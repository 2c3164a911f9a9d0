package ormlab.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;

/**
 * The tables of a model and the statements that create and drop them.
 *
 * <p>The order is the same in every run, and each text is one statement without a semicolon.
 * Immutable and safe for use by several threads.
 */
public final class Schema {
    private final List<Table> tables;
    private final List<SchemaObject> objects;
    private final List<String> dropStatements;

    private Schema(List<Table> tables, List<SchemaObject> objects, List<String> dropStatements) {
        this.tables = List.copyOf(tables);
        this.objects = List.copyOf(objects);
        this.dropStatements = List.copyOf(dropStatements);
    }

    /** Reads the schema of a bound model. */
    public static Schema of(Metadata metadata) {
        SchemaWriter writer = new SchemaWriter((MetadataImplementor) metadata);
        return new Schema(
                ModelReader.tables(metadata), writer.createObjects(), writer.dropStatements());
    }

    /** Returns the tables of the model, ordered by name. */
    public List<Table> tables() {
        return tables;
    }

    /** Returns every create statement: sequences, tables, comments, indexes, foreign keys. */
    public List<String> createStatements() {
        return objects.stream().map(SchemaObject::statement).toList();
    }

    /**
     * Returns every drop statement, in an order in which no dropped object is still referred to.
     */
    public List<String> dropStatements() {
        return dropStatements;
    }

    /**
     * Creates the tables that are missing and leaves the others as they are.
     *
     * <p>Creates all of them or none, in one transaction or in the one that is already open.
     *
     * @param connection the database; stays open
     * @return the names of the tables that were created, in order; empty if all of them existed
     * @throws SQLException if the database rejects a statement; nothing is created then
     */
    public List<String> createMissing(Connection connection) throws SQLException {
        return new SchemaCreation(objects).createMissing(connection);
    }

    /**
     * Drops the tables of the model with all rows; other tables are left alone.
     *
     * @param connection the database; stays open
     * @throws SQLException if the database rejects a statement; nothing is dropped then
     */
    public void dropAll(Connection connection) throws SQLException {
        OneTransaction.run(connection, statements -> statements.executeAll(dropStatements));
    }
}
