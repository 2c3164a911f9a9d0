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

@DisplayName("A bakery's order form")
class OrderFormTest {
    private static final String FORM = "07b_forms_and_their_dangers, \"Check what a form sends\"";
    private static final String TOKEN = "07b_forms_and_their_dangers, \"A token in each form\"";
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
                    "For the number '"
                            + number
                            + "', the view failed with a NumberFormatException, which the visitor"
                            + " sees as status 500. A typo is the visitor's mistake, not the"
                            + " server's: respond with the page and a message.",
                    FORM);
        } catch (HibernateException refused) {
            throw new Mistake(
                    "The database rejected an order of "
                            + number
                            + " loaves with a name of "
                            + bread.length()
                            + " characters, so the visitor sees status 500. Check the length first.",
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
    @DisplayName("A valid order is stored without surrounding spaces, and redirects to /thanks.")
    void good() {
        OrderForm.Answer answer = order(" rye ", " 20 ");
        Mistake.when(
                answer.status() != 303 || !"/thanks".equals(answer.location()),
                "The response to an order of 20 loaves of rye has status "
                        + answer.status()
                        + " and the location '"
                        + answer.location()
                        + "' instead of 303 and '/thanks'.",
                FORM);
        Mistake.when(
                stored().isEmpty(),
                "After the request, an order of 20 loaves of rye is not stored. Add it"
                        + " and commit.",
                "07_view, \"The missing commit\"");
        BreadOrder rye = stored().get(0);
        Mistake.when(rye.getBread().equals(" rye ") && storesBlank(), blank(), FORM);
        Mistake.when(
                !rye.getBread().equals("rye") || rye.getLoaves() != 20,
                "20 loaves of ' rye ' were ordered, but "
                        + rye.getLoaves()
                        + " of '"
                        + rye.getBread()
                        + "' are stored.",
                FORM);
        Mistake.when(
                order("bun", "1").status() != 303, "An order of 1 bun was not accepted.", FORM);
    }

    private boolean storesBlank() {
        return order("   ", "1").status() == 303;
    }

    private static String blank() {
        return "An order for the bread '   ' was stored. Visitors sometimes type only spaces;"
                + " call strip() before you check whether the text is empty.";
    }

    @Test
    @Order(2)
    @DisplayName("A form without our token is forbidden, and its order is not stored.")
    void token() {
        Mistake.when(
                order("rye", "1", "guessed", OURS).status() != 403,
                "A form with the token 'guessed' was accepted, but the web session has"
                        + " another one, so any other website could order bread on behalf of this"
                        + " visitor. Compare \"csrf\" first, and respond with 403.",
                TOKEN);
        Mistake.when(
                order("rye", "1", null, null).status() != 403,
                "A form without a token was accepted from a browser that never got one,"
                        + " because null equals null. If the web session has no token, reject every"
                        + " form.",
                TOKEN);
        Mistake.when(
                order("rye", "1", null, OURS).status() != 403
                        || order("rye", "1", OURS, null).status() != 403,
                "A form was accepted, although one of the two tokens is missing.",
                TOKEN);
        Mistake.when(!stored().isEmpty(), "The order of a forbidden form was stored.", TOKEN);
    }

    @Test
    @Order(3)
    @DisplayName(
            "A bread whose name is missing or has over 40 characters gets a message and is not stored.")
    void bread() {
        for (String none : new String[] {"", null, "   "}) {
            OrderForm.Answer answer = order(none, "1");
            Mistake.when(answer.status() == 303 && "   ".equals(none), blank(), FORM);
            refused(answer, "without the name of a bread");
        }
        refused(order("x".repeat(41), "1"), "for a bread whose name has 41 characters");
        Mistake.when(
                order("x".repeat(40), "1").status() != 303,
                "An order for a bread whose name has 40 characters was not accepted, but 40 are"
                        + " allowed.",
                FORM);
    }

    @Test
    @Order(4)
    @DisplayName("A number that is not from 1 to 20 gets a message and is not stored.")
    void number() {
        for (String wrong : new String[] {"two", "", null, "1.5", "99999999999", "0", "-3", "21"}) {
            OrderForm.Answer answer = order("rye", wrong);
            Mistake.when(
                    answer.status() == 303 && "21".equals(wrong) && takesThousand(),
                    "An order for 1000 loaves was stored. The form allows 1 to 20; check"
                            + " both limits.",
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
                "The response to the order has the message '"
                        + answer.message()
                        + "', but the order was stored. Make all checks before you add it.",
                FORM);
        Mistake.when(
                answer.status() != 200,
                "The response to an order "
                        + what
                        + " has status "
                        + answer.status()
                        + " instead of 200 with a message.",
                FORM);
        Mistake.when(
                answer.message() == null || answer.message().isBlank(),
                "An order " + what + " is refused without a message.",
                FORM);
        db.closeSession();
    }
}
