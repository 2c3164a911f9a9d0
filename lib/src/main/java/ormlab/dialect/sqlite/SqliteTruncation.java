package ormlab.dialect.sqlite;

import java.util.List;
import org.hibernate.dialect.function.TruncFunction;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.spi.QueryEngine;
import org.hibernate.query.sqm.function.FunctionRenderer;
import org.hibernate.query.sqm.function.SelfRenderingSqmFunction;
import org.hibernate.query.sqm.produce.function.ArgumentTypesValidator;
import org.hibernate.query.sqm.produce.function.ArgumentsValidator;
import org.hibernate.query.sqm.produce.function.FunctionParameterType;
import org.hibernate.query.sqm.produce.function.StandardArgumentsValidators;
import org.hibernate.query.sqm.produce.function.internal.PatternRenderer;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.expression.SqmExtractUnit;
import org.hibernate.type.spi.TypeConfiguration;

/** Truncates times as well as numbers: {@code truncate(created, month)}. */
final class SqliteTruncation extends TruncFunction {
    private static final ArgumentsValidator DATE_AND_UNIT =
            new ArgumentTypesValidator(
                    StandardArgumentsValidators.exactly(2),
                    FunctionParameterType.TEMPORAL,
                    FunctionParameterType.TEMPORAL_UNIT);

    SqliteTruncation(TypeConfiguration types) {
        super("trunc(?1)", "(trunc(?1*power(10,?2))/power(10,?2))", null, null, types);
    }

    @Override
    protected <T> SelfRenderingSqmFunction<T> generateSqmFunctionExpression(
            List<? extends SqmTypedNode<?>> arguments,
            ReturnableType<T> impliedType,
            QueryEngine engine) {
        if (arguments.size() < 2 || !(arguments.get(1) instanceof SqmExtractUnit<?> unit)) {
            return super.generateSqmFunctionExpression(arguments, impliedType, engine);
        }
        PatternRenderer pattern =
                new PatternRenderer("strftime(" + arguments(unit.getUnit()) + ")");
        FunctionRenderer renderer =
                (sql, nodes, type, walker) -> pattern.render(sql, nodes.subList(0, 1), walker);
        return new SelfRenderingSqmFunction<>(
                this,
                renderer,
                arguments,
                impliedType,
                DATE_AND_UNIT,
                getReturnTypeResolver(),
                engine.getCriteriaBuilder(),
                getName());
    }

    private static String arguments(TemporalUnit unit) {
        return switch (unit) {
            case YEAR -> "'%Y-01-01 00:00:00.000000',?1";
            case MONTH -> "'%Y-%m-01 00:00:00.000000',?1";
            case WEEK -> "'%Y-%m-%d 00:00:00.000000',?1,'weekday 0','-6 days'";
            case DAY -> "'%Y-%m-%d 00:00:00.000000',?1";
            case HOUR -> "'%Y-%m-%d %H:00:00.000000',?1";
            case MINUTE -> "'%Y-%m-%d %H:%M:00.000000',?1";
            case SECOND -> "'%Y-%m-%d %H:%M:%S.000000',?1";
            default -> throw new UnsupportedOperationException("SQLite cannot truncate to " + unit);
        };
    }
}
