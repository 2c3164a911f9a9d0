package ch09_out_of_the_notebook;

import static ormlab.query.Filters.in;

import java.util.ArrayList;
import java.util.List;
import ormlab.picture.Html;
import ormlab.query.Page;
import ormlab.query.PageRequest;
import ormlab.session.DbSession;

/**
 * The pair is unique in the database, which also holds for other processes; the check before it
 * only avoids an error for a second click. The number of statements for the timeline does not
 * depend on how many messages or authors there are. Text that people typed is escaped where it is
 * shown.
 */
public class Microblog {
    public void follow(DbSession session, Member me, Member other) {
        if (me.getId().equals(other.getId())) {
            return;
        }
        boolean already =
                session.query(Follow.class)
                        .filterBy("follower", me)
                        .filterBy("followed", other)
                        .exists();
        if (!already) {
            session.add(new Follow(me, other));
            session.commit();
        }
    }

    public Page<Message> timeline(DbSession session, Member me, PageRequest request) {
        List<Integer> authors =
                new ArrayList<>(
                        session.createSelectionQuery(
                                        "select f.followed.id from Follow f where f.follower = :me",
                                        Integer.class)
                                .setParameter("me", me)
                                .getResultList());
        authors.add(me.getId());
        return session.query(Message.class)
                .filter(in("author.id", authors))
                .fetch("author")
                .orderBy("written desc", "id desc")
                .paginate(request);
    }

    public String html(Iterable<Message> messages) {
        StringBuilder page = new StringBuilder();
        for (Message message : messages) {
            page.append("<p><b>")
                    .append(Html.escape(message.getAuthor().getName()))
                    .append("</b> ")
                    .append(Html.escape(message.getText()))
                    .append("</p>\n");
        }
        return page.toString();
    }
}
