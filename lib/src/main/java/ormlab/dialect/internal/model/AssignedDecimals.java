package ormlab.dialect.internal.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.metamodel.mapping.internal.BasicAttributeMapping;
import org.hibernate.metamodel.mapping.internal.EmbeddedAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.query.sqm.sql.internal.SqmPathInterpretation;
import org.hibernate.sql.ast.SqlAstWalker;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.expression.Literal;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.expression.SqlTuple;
import org.hibernate.sql.ast.tree.expression.SqlTupleContainer;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.from.ValuesTableGroup;
import org.hibernate.sql.ast.tree.from.ValuesTableReference;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.insert.Values;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.exec.spi.JdbcParameterBinder;
import org.jspecify.annotations.Nullable;
import ormlab.dialect.UnstorableValue;

/**
 * Checks the decimals in HQL's {@code update … set} and {@code insert … values}, as {@link
 * DigitsCheck} checks those of an entity.
 */
public final class AssignedDecimals {
    private final Rounding rounding;

    /** Returns an expression whose value has the scale of its column. */
    @FunctionalInterface
    public interface Rounding {
        /** Leaves the rounding to the database. */
        Rounding BY_DATABASE = (computed, scale) -> computed;

        /** Rounds a value that the database computes. */
        Expression round(Expression computed, int scale);
    }

    /** Creates the check for a dialect that rounds this way. */
    public AssignedDecimals(Rounding rounding) {
        this.rounding = rounding;
    }

    /**
     * Returns an assignment that stores only values that its column keeps unchanged.
     *
     * @throws UnstorableValue if its value is a literal that the column would round
     */
    public Assignment checked(Assignment assignment) {
        if (!(assignment.getAssignable() instanceof SqmPathInterpretation<?> path)) {
            return assignment;
        }
        Expression value = assignment.getAssignedValue();
        Object target = path.getExpressionType();
        Expression checked =
                target instanceof EmbeddedAttributeMapping embedded
                                && value instanceof SqlTupleContainer container
                                && container.getSqlTuple() != null
                        ? checked(embedded, container.getSqlTuple())
                        : target instanceof BasicAttributeMapping basic
                                ? checked(basic.findContainingEntityMapping(), basic, value)
                                : value;
        return new Assignment(assignment.getAssignable(), checked);
    }

    private SqlTuple checked(EmbeddedAttributeMapping embedded, SqlTuple values) {
        List<Expression> checked = new ArrayList<>(values.getExpressions());
        embedded.forEachSelectable(
                (i, column) -> {
                    if (column instanceof BasicAttributeMapping basic) {
                        EntityMappingType entity = embedded.findContainingEntityMapping();
                        checked.set(i, checked(entity, basic, checked.get(i)));
                    }
                });
        return new SqlTuple(checked, values.getExpressionType());
    }

    /**
     * Returns the rows of an insert, which store only values that their columns keep unchanged.
     *
     * @throws UnstorableValue if a value is a literal that its column would round
     */
    public List<Values> checked(InsertSelectStatement insert, List<Values> rows) {
        return insert.getMutationTarget() instanceof EntityPersister persister
                ? checked(
                        persister,
                        insert.getTargetColumns().stream()
                                .map(ColumnReference::getColumnExpression)
                                .toList(),
                        rows)
                : rows;
    }

    /**
     * Returns the rows of an insert into joined tables, which Hibernate reads in a subquery, with
     * values that their columns keep.
     *
     * @throws UnstorableValue if a value is a literal that its column would round
     */
    public TableGroup checked(TableGroup group, SessionFactoryImplementor factory) {
        if (!(group.getPrimaryTableReference() instanceof ValuesTableReference rows)
                || !(group.getModelPart() instanceof EntityPersister persister)) {
            return group;
        }
        return new ValuesTableGroup(
                group.getNavigablePath(),
                persister,
                checked(persister, rows.getColumnNames(), rows.getValuesList()),
                rows.getIdentificationVariable(),
                rows.getColumnNames(),
                true,
                factory);
    }

    private List<Values> checked(
            EntityPersister persister, List<String> columnNames, List<Values> rows) {
        List<Optional<BasicAttributeMapping>> columns =
                columnNames.stream().map(name -> DigitsCheck.inColumn(persister, name)).toList();
        return rows.stream().map(row -> checked(persister, columns, row)).toList();
    }

    private Values checked(
            EntityPersister persister, List<Optional<BasicAttributeMapping>> columns, Values row) {
        List<Expression> values = new ArrayList<>(row.getExpressions());
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            columns.get(i)
                    .ifPresent(
                            column -> values.set(at, checked(persister, column, values.get(at))));
        }
        return new Values(values);
    }

    private Expression checked(
            EntityMappingType entity, BasicAttributeMapping column, Expression value) {
        if (!DigitsCheck.isLimited(column)) {
            return value;
        }
        if (value instanceof SqmParameterInterpretation parameter) {
            return checked(entity, column, parameter.getResolvedExpression());
        }
        if (value instanceof JdbcParameter parameter) {
            return new CheckedParameter(parameter, bound -> decimal(entity, column, bound));
        }
        if (value instanceof Literal literal) {
            return literal.getLiteralValue() instanceof Number number
                    ? new QueryLiteral<>(decimal(entity, column, number), column)
                    : value;
        }
        return rounding.round(value, column.getScale());
    }

    private static BigDecimal decimal(
            EntityMappingType entity, BasicAttributeMapping column, Number number) {
        BigDecimal value =
                number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        DigitsCheck.check(entity, column, value);
        return value;
    }

    /** A parameter whose value is checked when it is bound. */
    private record CheckedParameter(JdbcParameter parameter, Consumer<Number> check)
            implements JdbcParameter {
        @Override
        public JdbcParameterBinder getParameterBinder() {
            JdbcParameterBinder binder = parameter.getParameterBinder();
            return (prepared, position, bindings, context) -> {
                var binding = bindings.getBinding(parameter);
                if (binding != null && binding.getBindValue() instanceof Number number) {
                    check.accept(number);
                }
                binder.bindParameterValue(prepared, position, bindings, context);
            };
        }

        @Override
        public @Nullable Integer getParameterId() {
            return parameter.getParameterId();
        }

        @Override
        public @Nullable JdbcMappingContainer getExpressionType() {
            return parameter.getExpressionType();
        }

        @Override
        public void accept(SqlAstWalker walker) {
            walker.visitParameter(this);
        }
    }
}
