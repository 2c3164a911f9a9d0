package ormlab.query;

import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a projection selects.
 *
 * @param names what the selected items are called in the result, in order
 * @param groups null if rows are not grouped
 * @param sorts by an item's name or an attribute; the selection's own sorts come first
 */
record Projected<T>(
        QueriedModel<T> model,
        Selection<T> selection,
        List<Item> items,
        List<String> names,
        @Nullable Groups<T> groups,
        List<Sort<T>> sorts) {

    Projected<T> cut(Selection<T> cut) {
        return new Projected<>(model, cut, items, names, groups, sorts);
    }

    Projected<T> limit(int rows) {
        return cut(selection.limit(rows));
    }

    Projected<T> offset(int rows) {
        return cut(selection.offset(rows));
    }

    Projected<T> sort(String text) {
        Sort<T> sort = Sort.parse(text);
        String name = sort.attribute();
        if (item(name) == null) {
            if (groups != null) {
                throw new UnknownAttribute("The projection", name, names);
            }
            Attributes.requireSingle(model.entity(), name, "orderBy(…)");
        }
        return new Projected<>(model, selection, items, names, groups, Selection.plus(sorts, sort));
    }

    /** Returns the item for a name, which is a component of the result or the item's own name. */
    @Nullable Item item(String name) {
        int place = names.indexOf(name);
        return items.stream()
                .filter(item -> place < 0 ? item.toString().equals(name) : item == items.get(place))
                .findFirst()
                .orElse(null);
    }

    SelectionQuery<Tuple> query() {
        return selection.cut(model.session().createQuery(selection.criteria(model).loading(this)));
    }

    long count() {
        if (groups == null) {
            return selection.count(model);
        }
        if (groups.keys().isEmpty()) {
            // Hibernate's count would ignore that all rows are one group.
            return model.sent(() -> query().getResultList()).size();
        }
        return selection.cut(
                model.sent(
                        () ->
                                model.session()
                                        .createQuery(selection.criteria(model).loading(this))
                                        .getResultCount()));
    }
}
