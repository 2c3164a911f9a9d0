package ormlab.internal.identity;

import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.MutationTarget;
import org.hibernate.sql.model.MutationType;
import org.hibernate.sql.model.PreparableMutationOperation;
import org.hibernate.sql.model.jdbc.JdbcInsertMutation;

/**
 * The statements that insert one object whose id is known, one for each of its tables.
 *
 * <p>Hibernate's own group would report that the class can also be inserted without an id, which
 * turns batching off.
 */
final class InsertsWithId implements MutationOperationGroup {
    private final MutationTarget<?> target;
    private final List<Insert> inserts;

    private InsertsWithId(MutationTarget<?> target, List<Insert> inserts) {
        this.target = target;
        this.inserts = inserts;
    }

    static InsertsWithId of(MutationOperationGroup group) {
        return new InsertsWithId(
                group.getMutationTarget(),
                IntStream.range(0, group.getNumberOfOperations())
                        .mapToObj(
                                i ->
                                        new Insert(
                                                (PreparableMutationOperation)
                                                        group.getOperation(i)))
                        .toList());
    }

    /** An insert from which nothing is read back. */
    private static final class Insert extends JdbcInsertMutation {
        Insert(PreparableMutationOperation insert) {
            super(
                    insert.getTableDetails(),
                    insert.getMutationTarget(),
                    insert.getSqlString(),
                    insert.isCallable(),
                    insert.getExpectation(),
                    insert.getParameterBinders());
        }

        @Override
        public boolean canBeBatched(BatchKey batchKey, int batchSize) {
            return batchKey != null && batchSize > 1 && getExpectation().canBeBatched();
        }
    }

    @Override
    public MutationType getMutationType() {
        return MutationType.INSERT;
    }

    @Override
    public MutationTarget<?> getMutationTarget() {
        return target;
    }

    @Override
    public int getNumberOfOperations() {
        return inserts.size();
    }

    @Override
    public MutationOperation getSingleOperation() {
        return inserts.get(0);
    }

    @Override
    public MutationOperation getOperation(int index) {
        return inserts.get(index);
    }

    @Override
    public MutationOperation getOperation(String table) {
        return inserts.stream()
                .filter(insert -> insert.getTableDetails().getTableName().equals(table))
                .findFirst()
                .orElse(null);
    }
}
