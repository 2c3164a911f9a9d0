package ch03_sessions;

import static ormlab.query.Filters.in;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import microblog.User;
import ormlab.Database;

/**
 * The id is all that the objects for one row have in common, and a proxy knows it without loading.
 * A set of ids holds each row once, keeps no detached objects alive, and can't show an old name.
 */
public class OnlineList {
    private final Set<Integer> ids = new HashSet<>();

    public void enter(User user) {
        if (user.getId() == null) {
            throw new IllegalArgumentException("Store " + user + " first: it has no id yet.");
        }
        ids.add(user.getId());
    }

    public void leave(User user) {
        ids.remove(user.getId());
    }

    public boolean contains(User user) {
        return ids.contains(user.getId());
    }

    public List<String> names(Database db) {
        return db.query(User.class)
                .filter(in("id", ids))
                .orderBy("username")
                .select(String.class, "username")
                .all();
    }
}
