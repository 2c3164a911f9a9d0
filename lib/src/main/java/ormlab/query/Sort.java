package ormlab.query;

import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.metamodel.EntityType;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.query.Order;
import org.hibernate.query.SortDirection;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import ormlab.error.OrmlabException;

/** One sort key: an attribute's name, a direction, where nulls come, and whether case counts. */
record Sort<T>(String attribute, SortDirection direction, Nulls nulls, boolean caseSensitive) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static <T> Sort<T> of(EntityType<T> type, Order<? super T> order) {
        Attributes.requireSingle(type, order.attributeName(), "orderBy(…)");
        return new Sort<>(
                order.attributeName(),
                order.direction(),
                order.nullPrecedence(),
                order.caseSensitive());
    }

    static <T> Sort<T> ascending(String attribute) {
        return new Sort<>(attribute, SortDirection.ASCENDING, Nulls.NONE, true);
    }

    static <T> Sort<T> of(EntityType<T> type, String text) {
        Sort<T> sort = parse(text);
        Attributes.requireSingle(type, sort.attribute, "orderBy(…)");
        return sort;
    }

    /** Reads {@code "username"}, {@code "username asc"} or {@code "username desc"}. */
    static <T> Sort<T> parse(String text) {
        String[] words = BLANKS.split(text == null ? "null" : text.strip());
        boolean descending = words.length == 2 && words[1].equalsIgnoreCase("desc");
        boolean ascending =
                words.length == 1 || (words.length == 2 && words[1].equalsIgnoreCase("asc"));
        if (!descending && !ascending) {
            throw new OrmlabException(
                    ("orderBy does not understand '%s'. Write an attribute's name, alone or"
                                    + " followed by asc or desc; several are several arguments:"
                                    + " orderBy(\"role.name\", \"username desc\").")
                            .formatted(text));
        }
        Sort<T> sort = ascending(words[0]);
        return descending ? sort.reversed() : sort;
    }

    Sort<T> reversed() {
        Nulls reversed =
                switch (nulls) {
                    case FIRST -> Nulls.LAST;
                    case LAST -> Nulls.FIRST;
                    case NONE -> Nulls.NONE;
                };
        return new Sort<>(attribute, direction.reverse(), reversed, caseSensitive);
    }

    /**
     * Returns a sort by each column of the attribute, which may be an embeddable or an association.
     */
    Stream<Sort<T>> columns(EntityType<T> type) {
        return Attributes.columns(type, attribute)
                .map(name -> new Sort<>(name, direction, nulls, caseSensitive));
    }

    /** Returns what the rows are sorted by. */
    Expression<?> key(From<?, ?> root, EntityType<T> type, HibernateCriteriaBuilder builder) {
        Path<?> path = Attributes.path(root, type, attribute);
        @SuppressWarnings("unchecked")
        Path<String> text = (Path<String>) path;
        return caseSensitive ? path : builder.lower(text);
    }

    jakarta.persistence.criteria.Order order(Expression<?> key, HibernateCriteriaBuilder builder) {
        return builder.sort((org.hibernate.query.criteria.JpaExpression<?>) key, direction, nulls);
    }
}
