package ormlab.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.Order;
import org.hibernate.query.SortDirection;
import ormlab.Database;
import ormlab.testing.OnEveryDatabase;
import ormlab.testing.TestDatabase;

/** Slices contain the same rows as the whole query, in the same order. */
class SliceIT {
    /** Walks to the end and back, with slices of several sizes. */
    private static <T> void requireSlices(Query<T> query) {
        List<String> all = query.all().stream().map(Object::toString).toList();
        for (int rows : new int[] {2, 3, all.size() + 1}) {
            List<String> seen = new ArrayList<>();
            List<String> back = new ArrayList<>();
            Slice<T> last = query.slice(rows);
            last.items().forEach(item -> seen.add(item.toString()));
            for (Optional<Slice<T>> next = last.next(); next.isPresent(); next = last.next()) {
                last = next.get();
                assertThat(last.items()).hasSizeLessThanOrEqualTo(rows);
                last.items().forEach(item -> seen.add(item.toString()));
            }
            assertThat(last.hasNext()).isFalse();
            back.addAll(reversed(last));
            for (Optional<Slice<T>> prev = last.prev(); prev.isPresent(); prev = last.prev()) {
                last = prev.get();
                back.addAll(reversed(last));
            }
            Collections.reverse(back);
            assertThat(seen).as("in slices of %s", rows).isEqualTo(all);
            assertThat(back).as("back in slices of %s", rows).isEqualTo(all);
        }
    }

    private static List<String> reversed(Slice<?> slice) {
        List<String> items = new ArrayList<>();
        slice.items().forEach(item -> items.add(0, item.toString()));
        return items;
    }

    @OnEveryDatabase
    void rows_with_nulls_in_the_sort_key_are_all_seen(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Query<Author> authors = db.query(Author.class);
            requireSlices(authors.orderBy("stars", "id"));
            requireSlices(authors.orderBy("stars desc", "id"));
            requireSlices(authors.orderBy("address.city desc", "stars", "id desc"));
            for (SortDirection direction : SortDirection.values()) {
                Order<Author> stars = Order.by(Author.class, "stars", direction);
                Query<Author> byOrder = authors.orderBy(stars.withNullsFirst());
                requireSlices(byOrder.orderBy("id"));
                requireSlices(authors.orderBy(stars.withNullsLast()).orderBy("id"));
            }
            requireSlices(
                    authors.orderBy(
                            Order.by(Author.class, "name", SortDirection.DESCENDING, true)));
        }
    }

    @OnEveryDatabase
    void a_fetched_list_neither_repeats_rows_nor_ends_the_walk(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            requireSlices(db.query(Author.class).fetch("posts").orderBy("name"));
            db.closeSession();
            List<Author> first =
                    db.query(Author.class).fetch("posts").orderBy("name").slice(2).items();
            assertThat(first.get(0).posts()).hasSize(3);
            assertThat(first.get(1).posts()).hasSize(2);
        }
    }

    @OnEveryDatabase
    void rows_can_be_sorted_by_an_embedded_value_and_by_another_model(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            requireSlices(db.query(Author.class).orderBy("address", "id"));
            requireSlices(db.query(Author.Post.class).orderBy("author.stars desc", "title", "id"));
            requireSlices(db.query(Author.Post.class).orderBy("author desc", "id"));
        }
    }

    @OnEveryDatabase
    void an_id_is_not_compared_with_null(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            for (String order : List.of("id", "id desc")) {
                Slice<Author> slice = db.query(Author.class).orderBy(order).slice(2);
                assertThat(db.trace(slice::next).text()).doesNotContain("null");
            }
        }
    }

    @OnEveryDatabase
    void an_id_of_several_columns_distinguishes_rows(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            for (String part : List.of("left", "right")) {
                for (int place = 1; place < 4; place++) {
                    db.session().add(new Author.Seat(part, place));
                    db.session().add(new Author.Ticket(part, place));
                }
            }
            db.session().commit();
            requireSlices(db.query(Author.Seat.class).orderBy("part desc", "place"));
            requireSlices(db.query(Author.Seat.class).orderBy("place desc", "part"));
            requireSlices(db.query(Author.Ticket.class));
            requireSlices(db.query(Author.Ticket.class).orderBy("id.number desc"));
            requireSlices(db.query(Author.Ticket.class).orderBy("id desc"));
            assertThat(db.query(Author.Seat.class).orderBy("place").slice(2).items())
                    .hasToString("[left1, right1]");
        }
    }

    @OnEveryDatabase
    void inserted_and_deleted_rows_neither_repeat_nor_hide_others(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            Slice<Author> first = db.query(Author.class).orderBy("name").slice(2);
            assertThat(first.items()).hasToString("[ann, bob]");
            db.session().addAll(new Author("abe", 1, null), new Author("bud", 1, null));
            db.session().commit();
            Slice<Author> second = first.next().orElseThrow();
            assertThat(second.items()).hasToString("[bud, cid]");
            db.query(Author.class).filterBy("name", "bud").delete();
            assertThat(second.next().orElseThrow().items()).hasToString("[dan, eve]");
            assertThat(second.prev().orElseThrow().items()).hasToString("[ann, bob]");
        }
    }

    @OnEveryDatabase
    void a_condition_on_a_list_counts_each_owner_once(TestDatabase kind) {
        try (Database db = Author.database(kind)) {
            requireSlices(db.query(Author.class).filterBy("posts.title", "a").orderBy("name desc"));
        }
    }
}
