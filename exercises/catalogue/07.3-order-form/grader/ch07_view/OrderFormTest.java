package ch07_view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.grade.Mistake;

@DisplayName("The order form of a bakery")
class OrderFormTest {
    private static final String FORM = "07_view, \"Check what a form sends\"";
    private static final String OURS = "a token";

    private final Database db = Database.open("sqlite://");
    private final OrderForm orders = new OrderForm(db);

    @BeforeEach
    void table() {
        db.models(BreadOrder.class).createAll();
        db.closeSession();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private OrderForm.Answer order(String bread, String number) {
        return order(bread, number, OURS, OURS);
    }

    private OrderForm.Answer order(String bread, String number, String sent, String kept) {
        Map<String, String> form = new HashMap<>();
        put(form, "bread", bread);
        put(form, "number", number);
        put(form, "csrf", sent);
        Map<String, Object> web = new HashMap<>();
        if (kept != null) {
            web.put("csrf", kept);
        }
        try {
            return orders.order(form, web);
        } catch (NumberFormatException noNumber) {
            throw new Mistake(
                    "With '"
                            + number
                            + "' as the number the view failed with a NumberFormatException, which the"
                            + " visitor sees as status 500. What is no number is a mistake of the"
                            + " visitor and not of the server: answer with the page and a message.",
                    FORM);
        } catch (HibernateException refused) {
            throw new Mistake(
                    "The database had to refuse an order of "
                            + number
                            + " loaves of a bread with "
                            + bread.length()
                            + " characters, and the visitor sees status 500. Test the length before.",
                    FORM);
        } finally {
            db.closeSession();
        }
    }

    private static void put(Map<String, String> form, String key, String value) {
        if (value != null) {
            form.put(key, value);
        }
    }

    private List<BreadOrder> stored() {
        return db.query(BreadOrder.class).all();
    }

    @Test
    @Order(1)
    @DisplayName("A good order is stored, without the blanks around it, and redirects to /thanks.")
    void good() {
        OrderForm.Answer answer = order(" rye ", " 20 ");
        Mistake.when(
                answer.status() != 303 || !"/thanks".equals(answer.location()),
                "An order of 20 loaves of rye is answered by "
                        + answer.status()
                        + " and the location '"
                        + answer.location()
                        + "', and not by 303 and '/thanks'.",
                FORM);
        Mistake.when(
                stored().isEmpty(),
                "An order of 20 loaves of rye was answered, and nothing is stored when the request is"
                        + " over. Add it and commit.",
                "07_view, \"The missing commit\"");
        BreadOrder rye = stored().get(0);
        Mistake.when(rye.getBread().equals(" rye ") && storesBlank(), blank(), FORM);
        Mistake.when(
                !rye.getBread().equals("rye") || rye.getLoaves() != 20,
                "20 loaves of ' rye ' were ordered, and stored are "
                        + rye.getLoaves()
                        + " of '"
                        + rye.getBread()
                        + "'.",
                FORM);
        Mistake.when(order("bun", "1").status() != 303, "An order of 1 bun was not taken.", FORM);
    }

    private boolean storesBlank() {
        return order("   ", "1").status() == 303;
    }

    private static String blank() {
        return "An order for the bread '   ' was stored. Blanks are what a hurried thumb leaves in a"
                + " field; strip() them before you ask whether anything is left.";
    }

    @Test
    @Order(2)
    @DisplayName("A form without our token is forbidden, and nothing of it is stored.")
    void token() {
        Mistake.when(
                order("rye", "1", "guessed", OURS).status() != 403,
                "A form with the token 'guessed' was taken, and the web session knows another one: any"
                        + " page in the world could order bread in the name of this visitor. Compare"
                        + " \"csrf\" first, and answer 403.",
                FORM);
        Mistake.when(
                order("rye", "1", null, null).status() != 403,
                "A form without a token was taken from a browser that was never given one: null equals"
                        + " null, and proves nothing. Without a token in the web session no form is"
                        + " ours.",
                FORM);
        Mistake.when(
                order("rye", "1", null, OURS).status() != 403
                        || order("rye", "1", OURS, null).status() != 403,
                "A form was taken although one of the two tokens is missing.",
                FORM);
        Mistake.when(!stored().isEmpty(), "A forbidden order was stored all the same.", FORM);
    }

    @Test
    @Order(3)
    @DisplayName(
            "No bread, and a bread with more than 40 characters, get a message and are not stored.")
    void bread() {
        for (String none : new String[] {"", null, "   "}) {
            OrderForm.Answer answer = order(none, "1");
            Mistake.when(answer.status() == 303 && "   ".equals(none), blank(), FORM);
            refused(answer, "without a bread");
        }
        refused(order("x".repeat(41), "1"), "for a bread with 41 characters");
        Mistake.when(
                order("x".repeat(40), "1").status() != 303,
                "An order for a bread with 40 characters was not taken, and 40 are allowed.",
                FORM);
    }

    @Test
    @Order(4)
    @DisplayName("A number that is none, or not 1 to 20, gets a message and is not stored.")
    void number() {
        for (String wrong : new String[] {"two", "", null, "1.5", "99999999999", "0", "-3", "21"}) {
            OrderForm.Answer answer = order("rye", wrong);
            Mistake.when(
                    answer.status() == 303 && "21".equals(wrong) && takesThousand(),
                    "An order for 1000 loaves was stored. The form asks for 1 to 20; test both ends.",
                    FORM);
            refused(answer, "for '" + wrong + "' loaves");
        }
    }

    private boolean takesThousand() {
        return order("rye", "1000").status() == 303;
    }

    private void refused(OrderForm.Answer answer, String what) {
        Mistake.when(
                answer.status() == 200 && !stored().isEmpty(),
                "The order was answered with the message '"
                        + answer.message()
                        + "', and stored all the same. Make all tests before you add.",
                FORM);
        Mistake.when(
                answer.status() != 200,
                "An order "
                        + what
                        + " is answered by the status "
                        + answer.status()
                        + ", and not by the page (200) with a message.",
                FORM);
        Mistake.when(
                answer.message() == null || answer.message().isBlank(),
                "An order " + what + " is refused without a message.",
                FORM);
        db.closeSession();
    }
}
