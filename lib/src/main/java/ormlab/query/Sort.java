package ormlab.query;

import jakarta.persistence.metamodel.EntityType;
import java.util.regex.Pattern;
import org.hibernate.query.Order;
import org.hibernate.query.specification.SelectionSpecification;
import org.jspecify.annotations.Nullable;
import ormlab.error.OrmlabException;

/** One key to sort by: an attribute's name with a direction, or one of Hibernate's orders. */
record Sort<T>(String attribute, boolean ascending, @Nullable Order<? super T> order) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static <T> Sort<T> of(Order<? super T> order) {
        return new Sort<>("", true, order);
    }

    /** Reads {@code "username"}, {@code "username asc"} or {@code "username desc"}. */
    static <T> Sort<T> parse(EntityType<T> type, String text) {
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
        Attributes.requireSingle(type, words[0], "orderBy(…)");
        return new Sort<>(words[0], ascending, null);
    }

    /**
     * Returns Hibernate's order, for pages by key, which only know attributes of the model itself.
     */
    Order<? super T> asOrder(EntityType<T> type) {
        if (order != null) {
            return order;
        }
        if (attribute.contains(".")) {
            throw new OrmlabException(
                    ("slice(…) sorts by attributes of %s itself, and '%s' belongs to another"
                                    + " model. Use paginate(…) for that order.")
                            .formatted(type.getName(), attribute));
        }
        Class<T> model = type.getJavaType();
        return ascending ? Order.asc(model, attribute) : Order.desc(model, attribute);
    }

    void addTo(SelectionSpecification<T> specification, EntityType<T> type) {
        if (order != null) {
            specification.sort(order);
            return;
        }
        specification.augment(
                (builder, query, root) -> {
                    var orders = new java.util.ArrayList<>(query.getOrderList());
                    var path = Attributes.path(root, type, attribute);
                    orders.add(ascending ? builder.asc(path) : builder.desc(path));
                    query.orderBy(orders);
                });
    }
}
