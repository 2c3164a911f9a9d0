package ormlab.internal.identity;

import java.sql.SQLException;
import org.hibernate.engine.jdbc.batch.internal.BasicBatchKey;
import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementDetails;
import org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.InsertCoordinatorStandard;
import org.hibernate.sql.model.MutationOperationGroup;

/**
 * Inserts rows that already have an id in JDBC batches, with a statement that is built once.
 *
 * <p>Rows without an id, and classes that Hibernate cannot batch, are inserted as Hibernate does.
 */
final class BatchedInsert extends InsertCoordinatorStandard {
    private final MutationExecutorService executors;
    private final MutationOperationGroup statements;
    private final boolean[] inserted;
    private final BatchKey batch;

    BatchedInsert(EntityPersister persister, SessionFactoryImplementor factory) {
        super(persister, factory);
        executors = factory.getServiceRegistry().requireService(MutationExecutorService.class);
        inserted = persister.getPropertyInsertability().clone();
        batch = new BasicBatchKey(persister.getEntityName() + "#INSERT_WITH_ID");
        statements =
                persister.isDynamicInsert() || persister.hasInsertGeneratedProperties()
                        ? null
                        : InsertsWithId.of(
                                generateDynamicInsertSqlGroup(inserted, null, null, true));
    }

    @Override
    public GeneratedValues coordinateInsert(
            Object id, Object[] values, Object entity, SharedSessionContractImplementor session) {
        if (id == null || statements == null) {
            return super.coordinateInsert(id, values, entity, session);
        }
        if (preInsertInMemoryValueGeneration(values, entity, session)) {
            return doDynamicInserts(id, values, entity, session, true);
        }
        InsertValuesAnalysis analysis = new InsertValuesAnalysis(entityPersister(), values);
        var tables = getTableInclusionChecker(analysis);
        MutationExecutor executor = executors.createExecutor(() -> batch, statements, session);
        try {
            decomposeForInsert(executor, id, values, entity, statements, inserted, tables, session);
            return executor.execute(entity, analysis, tables, BatchedInsert::check, session);
        } finally {
            executor.release();
        }
    }

    private static boolean check(PreparedStatementDetails statement, int rows, int position)
            throws SQLException {
        statement
                .getExpectation()
                .verifyOutcome(rows, statement.getStatement(), position, statement.getSqlString());
        return true;
    }
}
