package ormlab.internal.advice;

import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.spi.SqmQuery;
import org.hibernate.query.sqm.tree.from.SqmAttributeJoin;
import org.hibernate.query.sqm.tree.from.SqmFrom;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.jspecify.annotations.Nullable;

/**
 * A query as the programmer wrote it.
 *
 * @param hql null if it was built by {@code db.query(…)} or by criteria
 * @param model the first entity after {@code from}; empty if it is not known
 * @param fetched the collections that are fetched
 */
record QueryText(@Nullable String hql, String model, List<Fetched> fetched) {
    /**
     * A fetched collection.
     *
     * @param path from the query's entity, in the form that {@code fetch(…)} takes
     * @param label class and attribute, such as {@code Role.users}
     */
    record Fetched(String path, String label) {
        /** Returns whether both start at the same row, so that their rows multiply. */
        boolean multiplies(Fetched other) {
            return !(path + ".").startsWith(other.path + ".")
                    && !(other.path + ".").startsWith(path + ".");
        }
    }

    static QueryText of(SelectionQuery<?> query, @Nullable String hql) {
        if (query instanceof SqmQuery<?> sqm
                && sqm.getSqmStatement() instanceof SqmSelectStatement<?> select
                && select.getQueryPart() instanceof SqmQuerySpec<?> spec
                && !spec.getFromClause().getRoots().isEmpty()) {
            SqmRoot<?> root = spec.getFromClause().getRoots().get(0);
            List<Fetched> fetched = new ArrayList<>();
            collect(root, "", fetched);
            return new QueryText(hql, root.getManagedType().getName(), List.copyOf(fetched));
        }
        return new QueryText(hql, "", List.of());
    }

    private static void collect(SqmFrom<?, ?> from, String path, List<Fetched> fetched) {
        for (Object join : from.getSqmJoins()) {
            if (join instanceof SqmAttributeJoin<?, ?> attribute) {
                String name = attribute.getAttribute().getName();
                if (attribute.isFetched() && attribute.getAttribute().isCollection()) {
                    String owner =
                            attribute.getAttribute().getDeclaringType()
                                            instanceof EntityType<?> type
                                    ? type.getName()
                                    : "";
                    fetched.add(new Fetched(path + name, owner + "." + name));
                }
                collect((SqmFrom<?, ?>) attribute, path + name + ".", fetched);
            }
        }
    }

    /** Returns code that fetches one more association, in the style of this query. */
    String fetching(String attribute) {
        if (hql == null) {
            return "db.query(" + model + ".class).fetch(\"" + attribute + "\")";
        }
        Matcher from =
                Pattern.compile(
                                "\\bfrom\\s+"
                                        + model
                                        + "(?:\\s+as)?\\s+(?!where|order|left|join)(\\w+)",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(hql);
        String alias = from.find() ? from.group(1) : model.substring(0, 1).toLowerCase();
        return "from " + model + " " + alias + " left join fetch " + alias + "." + attribute;
    }

    /** Returns the code that makes this query fetch a collection. */
    String fetch(Fetched collection) {
        String path = collection.path();
        return hql == null
                ? "fetch(\"" + path + "\")"
                : "join fetch of " + path.substring(path.lastIndexOf('.') + 1);
    }

    /** Returns whether the rows are sorted by a fetched collection, as far as the text shows. */
    boolean ordersBy(Fetched collection) {
        if (hql == null) {
            return false;
        }
        String attribute = collection.path().substring(collection.path().lastIndexOf('.') + 1);
        Matcher join = Pattern.compile("\\." + attribute + "\\s+(?:as\\s+)?(\\w+)").matcher(hql);
        int order = hql.indexOf("order by");
        return order >= 0
                && join.find()
                && Pattern.compile("\\b" + join.group(1) + "\\.").matcher(hql).find(order);
    }
}
