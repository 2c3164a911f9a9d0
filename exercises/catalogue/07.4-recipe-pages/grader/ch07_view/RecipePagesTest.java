package ch07_view;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.query.NotFound;

@DisplayName("Not found in the cookbook")
class RecipePagesTest {
    private static final String NOT_FOUND = "07_view, \"Not found\"";
    private static final String TEMPLATES = "07_view, \"Templates\"";
    private static final String SCRIPT = "<script>alert(1)</script>";

    private final Database db = Database.open("sqlite://");
    private final RecipePages pages = new RecipePages(db);

    @BeforeEach
    void recipes() {
        db.models(Recipe.class).createAll();
        db.session().add(new Recipe("Soup & bread"));
        db.session().commit();
        db.session().add(new Recipe(SCRIPT));
        db.session().commit();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private RecipePages.Answer recipe(String id) {
        try {
            return pages.recipe(id);
        } catch (NullPointerException missing) {
            throw new Mistake(
                    "There is no recipe "
                            + id
                            + ", and the view failed with a NullPointerException, which the visitor"
                            + " sees as status 500. find gives null when there is no row; get gives an"
                            + " Optional, which makes you think of it.",
                    NOT_FOUND);
        } catch (NotFound missing) {
            throw new Mistake(
                    "There is no recipe "
                            + id
                            + ": getOr404 threw NotFound, and nobody made an answer of it. In the"
                            + " chapter a handler of the server did; here it is this method.",
                    NOT_FOUND);
        } catch (NumberFormatException none) {
            throw new Mistake(
                    "The id '"
                            + id
                            + "' made the view fail with a NumberFormatException, which the visitor"
                            + " sees as status 500. An address may hold any text; what is no number is"
                            + " not found.",
                    NOT_FOUND);
        } finally {
            db.closeSession();
        }
    }

    @Test
    @Order(1)
    @DisplayName("A recipe that is there has a page with status 200 and its title.")
    void found() {
        RecipePages.Answer answer = recipe("1");
        Mistake.when(
                answer.status() != 200,
                "Recipe 1 is there, and its page has the status " + answer.status() + ".",
                NOT_FOUND);
        Mistake.when(
                !answer.html().matches("(?s).*>\\s*Soup [^<]*bread\\s*<.*"),
                "The page of recipe 1 does not show its title: " + answer.html(),
                NOT_FOUND);
    }

    @Test
    @Order(2)
    @DisplayName("A number that no recipe has is answered with status 404.")
    void missing() {
        notFound("4711");
        notFound("0");
    }

    @Test
    @Order(3)
    @DisplayName("An id that is no number, or too large for one, is answered with status 404.")
    void noNumber() {
        for (String id : new String[] {"soup", "1e3", "-1", "99999999999", "1 or 1=1", ""}) {
            notFound(id);
        }
    }

    private void notFound(String id) {
        RecipePages.Answer answer = recipe(id);
        Mistake.when(
                answer.status() == 200 && answer.html().contains("Not found"),
                "The page says 'Not found' and its status says 200, \"here it is\". A person reads the"
                        + " words; browsers, caches and search engines read the status. Send 404.",
                NOT_FOUND);
        Mistake.when(
                answer.status() != 404,
                "The id '"
                        + id
                        + "' is answered with status "
                        + answer.status()
                        + ", and not with 404.",
                NOT_FOUND);
        Mistake.when(
                !answer.html().contains("Not found"),
                "The page for the id '" + id + "' does not say 'Not found': " + answer.html(),
                NOT_FOUND);
    }

    @Test
    @Order(4)
    @DisplayName("What people typed is escaped in the page.")
    void escaped() {
        String html = recipe("2").html();
        Mistake.when(
                html.contains("<script>"),
                "A recipe is called "
                        + SCRIPT
                        + ", and that is what stands in the page: each visitor's browser runs it."
                        + " Escape what people typed where it is shown.",
                TEMPLATES);
        Mistake.when(
                !html.contains("&lt;script&gt;") || !html.contains("<h1>"),
                "A recipe called "
                        + SCRIPT
                        + " is shown as "
                        + html
                        + ". Escape the title, and leave the <h1> around it as it is.",
                TEMPLATES);
    }
}
