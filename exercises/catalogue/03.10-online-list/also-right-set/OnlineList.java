package ch03_sessions;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import microblog.User;
import ormlab.Database;

/** A sorted set that compares ids, and a query for the entities with these ids. */
public class OnlineList {
    private final Set<User> users = new TreeSet<>(Comparator.comparing(User::getId));

    public void enter(User user) {
        if (user.getId() == null) {
            throw new IllegalArgumentException("A new user can't be online.");
        }
        users.add(user);
    }

    public void leave(User user) {
        if (user.getId() != null) {
            users.remove(user);
        }
    }

    public boolean contains(User user) {
        return user.getId() != null && users.contains(user);
    }

    public List<String> names(Database db) {
        List<Integer> ids = users.stream().map(User::getId).toList();
        return db
                .session()
                .createSelectionQuery("from User u where u.id in :ids", User.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(User::getUsername)
                .sorted()
                .toList();
    }
}
