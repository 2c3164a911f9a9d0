package microblog.web;

import microblog.Passwords;
import microblog.model.User;
import microblog.model.User_;

import org.hibernate.exception.ConstraintViolationException;

import ormlab.Database;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The views for registering, signing in and signing out. */
final class Accounts {
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;

    /** One alphabet without capitals, so that no two names look alike. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");

    private static final Set<String> RESERVED =
            Set.of("admin", "follow", "help", "login", "logout", "register", "root", "support", "unfollow");

    /** Compared if there is no such user, so that the response takes just as long. */
    private static final String NOBODY = Passwords.hash("nobody's password");

    private final Database db;

    Accounts(Database db) {
        this.db = db;
    }

    void registerPage(Visit visit) {
        visit.show("register", Map.of("username", "", "email", ""));
    }

    void register(Visit visit) {
        String username = visit.field("username");
        String email = visit.field("email");
        Map<String, Object> typed = Map.of("username", username, "email", email);
        Optional<String> problem = problem(username, email, visit.password());
        if (problem.isPresent()) {
            visit.refuse("register", problem.get(), typed);
            return;
        }
        User user = new User(username, email, Passwords.hash(visit.password()));
        try {
            db.session().add(user);
            db.session().commit();
        } catch (ConstraintViolationException taken) {
            db.session().rollback();
            visit.refuse("register", "This name or this address is taken.", typed);
            return;
        }
        visit.signIn(user);
        visit.seeOther("/");
    }

    private static Optional<String> problem(String username, String email, String password) {
        if (username.length() > User.LONGEST_USERNAME || !NAME.matcher(username).matches()) {
            return Optional.of(
                    "A name has 1 to "
                            + User.LONGEST_USERNAME
                            + " letters from a to z, digits, dots, dashes or underscores, and begins and"
                            + " ends with a letter or digit.");
        }
        if (RESERVED.contains(username)) {
            return Optional.of("The name " + username + " is reserved. Please choose another.");
        }
        if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > User.LONGEST_EMAIL) {
            return Optional.of("Please type an e-mail address.");
        }
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            return Optional.of(
                    "A password has "
                            + SHORTEST_PASSWORD
                            + " to "
                            + LONGEST_PASSWORD
                            + " characters.");
        }
        return Optional.empty();
    }

    void loginPage(Visit visit) {
        visit.show("login", Map.of("username", ""));
    }

    void login(Visit visit) {
        String username = visit.field("username");
        Optional<User> user = db.query(User.class).filterBy(User_.username, username).first();
        boolean right =
                Passwords.matches(visit.password(), user.map(User::getPasswordHash).orElse(NOBODY));
        if (user.isEmpty() || !right) {
            visit.refuse("login", "Wrong name or password.", Map.of("username", username));
            return;
        }
        visit.signIn(user.get());
        visit.seeOther("/");
    }

    void logout(Visit visit) {
        visit.signOut();
        visit.seeOther("/login");
    }
}
