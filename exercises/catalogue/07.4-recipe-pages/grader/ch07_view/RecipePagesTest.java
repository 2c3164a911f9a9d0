package ch07_view;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;
import ormlab.query.NotFound;

@DisplayName("Missing recipes")
class RecipePagesTest {
    private static final String NOT_FOUND = "07b_forms_and_their_dangers, \"Not found\"";
    private static final String ESCAPE = "07b_forms_and_their_dangers, \"Escape what you show\"";
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
                            + " sees as status 500. find returns null if there is no row; get"
                            + " returns an Optional, which reminds you of that case.",
                    NOT_FOUND);
        } catch (NotFound missing) {
            throw new Mistake(
                    "There is no recipe "
                            + id
                            + ", and getOr404 threw NotFound. In the chapter, a handler of the"
                            + " server turned it into a response; here, your method must do that.",
                    NOT_FOUND);
        } catch (NumberFormatException none) {
            throw new Mistake(
                    "For the id '"
                            + id
                            + "', the view failed with a NumberFormatException, which the visitor"
                            + " sees as status 500. An address may contain any text; for text that"
                            + " is not a number, the page is not found.",
                    NOT_FOUND);
        } finally {
            db.closeSession();
        }
    }

    @Test
    @Order(1)
    @DisplayName("An existing recipe has a page with status 200 and its title.")
    void found() {
        RecipePages.Answer answer = recipe("1");
        Mistake.when(
                answer.status() != 200,
                "Recipe 1 exists, but its page has the status " + answer.status() + ".",
                NOT_FOUND);
        Mistake.when(
                !answer.html().matches("(?s).*>\\s*Soup [^<]*bread\\s*<.*"),
                "The page of recipe 1 does not show its title: " + answer.html(),
                NOT_FOUND);
    }

    @Test
    @Order(2)
    @DisplayName("For a number that no recipe has, the status is 404.")
    void missing() {
        notFound("4711");
        notFound("0");
    }

    @Test
    @Order(3)
    @DisplayName("For an id that is not a number or is too large, the status is 404.")
    void noNumber() {
        for (String id : new String[] {"soup", "1e3", "-1", "99999999999", "1 or 1=1", ""}) {
            notFound(id);
        }
    }

    private void notFound(String id) {
        RecipePages.Answer answer = recipe(id);
        Mistake.when(
                answer.status() == 200 && answer.html().contains("Not found"),
                "The page shows 'Not found', but its status is 200, which means success."
                        + " People read the text, but browsers, caches and search engines read the"
                        + " status. Send 404.",
                NOT_FOUND);
        Mistake.when(
                answer.status() != 404,
                "For the id '" + id + "', the status is " + answer.status() + " instead of 404.",
                NOT_FOUND);
        Mistake.when(
                !answer.html().contains("Not found"),
                "The page for the id '" + id + "' does not show 'Not found': " + answer.html(),
                NOT_FOUND);
    }

    @Test
    @Order(4)
    @DisplayName("Text that people typed is escaped in the page.")
    void escaped() {
        String html = recipe("2").html();
        Mistake.when(
                html.contains("<script>"),
                "A recipe is called "
                        + SCRIPT
                        + ", and the page contains exactly that, so each visitor's browser runs it."
                        + " Escape text that people typed where you show it.",
                ESCAPE);
        Mistake.when(
                !html.contains("&lt;script&gt;") || !html.contains("<h1>"),
                "A recipe called "
                        + SCRIPT
                        + " is shown as "
                        + html
                        + ". Escape only the title, not the <h1> around it.",
                ESCAPE);
    }
}
