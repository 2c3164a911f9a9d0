package ormlab.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.Engine;
import ormlab.dialect.internal.model.ModelAwareDialect;
import ormlab.error.OrmlabException;
import ormlab.error.ShortTrace;
import ormlab.internal.sql.HandwrittenSql;
import ormlab.internal.sql.TransactionWord;
import ormlab.trace.SqlText;

/**
 * A handwritten statement, to be run in a session's transaction.
 *
 * @param caller the method that received it, for messages
 */
record PreparedSql(String caller, String sql) {
    /** Work on a statement whose values are bound. */
    interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    static PreparedSql statement(String sql) {
        Optional<TransactionWord> word =
                TransactionWord.of(SqlText.firstWord(sql)).filter(each -> !each.staysInside());
        if (word.isPresent()) {
            throw wrongKind(
                    "A session begins its transactions itself, so execute(…) does not take '%s'."
                            + " Call session."
                            + (word.get().discards() ? "rollback()." : "commit()."),
                    sql);
        }
        if (SqlText.isQuery(sql)) {
            throw wrongKind(
                    "execute(…) runs statements that write, and '%s' is a query. Call rows(…).",
                    sql);
        }
        return new PreparedSql("execute(…)", sql);
    }

    static PreparedSql query(String sql) {
        if (!SqlText.isQuery(sql)) {
            throw wrongKind("rows(…) runs queries, and '%s' is not a query. Call execute(…).", sql);
        }
        return new PreparedSql("rows(…)", sql);
    }

    private static OrmlabException wrongKind(String words, String sql) {
        return ShortTrace.of(new OrmlabException(words.formatted(sql.strip())));
    }

    <R> R run(SessionImplementor session, Work<R> work, @Nullable Object... binds) {
        return session.doReturningWork(
                connection -> {
                    try {
                        return run(connection, session, work, binds);
                    } catch (SQLException refused) {
                        throw session.getJdbcServices()
                                .getSqlExceptionHelper()
                                .convert(refused, "could not execute statement", sql);
                    }
                });
    }

    private <R> R run(
            Connection connection,
            SessionImplementor session,
            Work<R> work,
            @Nullable Object... binds)
            throws SQLException {
        HandwrittenSql.requireOne(connection, engine(session), caller, sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            HandwrittenSql.bind(statement, caller, sql, session::getSessionFactory, binds);
            return work.on(statement);
        }
    }

    private static Engine engine(SessionImplementor session) {
        return ((ModelAwareDialect) session.getJdbcServices().getDialect()).engine();
    }
}
