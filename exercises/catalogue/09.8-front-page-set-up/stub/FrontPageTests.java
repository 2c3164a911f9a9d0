package ch09_out_of_the_notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of FrontPage. Their assertions are right: you don't need to change this class. */
class FrontPageTests extends FrontPageSetUp {
    FrontPage page = new FrontPage();

    @Test
    void the_newest_post_comes_first() {
        assertEquals(List.of("fred: new"), page.newest(db, 1));
    }

    @Test
    void a_hidden_post_keeps_its_place() {
        page.hide(db, "new");
        assertEquals(List.of("fred: (hidden)", "fred: old"), page.newest(db, 9));
    }

    @Test
    void a_user_has_two_posts() {
        assertEquals(2, fred.getPosts().count());
    }
}
