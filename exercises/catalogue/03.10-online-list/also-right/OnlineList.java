package ch03_sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import microblog.User;
import ormlab.Database;

/** Keeps the objects in a list, compares their ids, and reads the names in HQL. */
public class OnlineList {
    private final List<User> users = new ArrayList<>();

    public void enter(User user) {
        if (user.getId() == null) {
            throw new IllegalArgumentException("no id");
        }
        if (!contains(user)) {
            users.add(user);
        }
    }

    public void leave(User user) {
        users.removeIf(other -> Objects.equals(other.getId(), user.getId()));
    }

    public boolean contains(User user) {
        return users.stream().anyMatch(other -> other.getId().equals(user.getId()));
    }

    public List<String> names(Database db) {
        if (users.isEmpty()) {
            return List.of();
        }
        return db.session()
                .createSelectionQuery(
                        "select username from User where id in (:ids) order by username",
                        String.class)
                .setParameterList("ids", users.stream().map(User::getId).toList())
                .getResultList();
    }
}
