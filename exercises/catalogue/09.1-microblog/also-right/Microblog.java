package ch09_out_of_the_notebook;

import static ormlab.query.Filters.in;

import java.util.ArrayList;
import java.util.List;
import ormlab.picture.Html;
import ormlab.query.Page;
import ormlab.query.PageRequest;
import ormlab.session.DbSession;

/** The same with members instead of their ids. */
public class Microblog {
    public void follow(DbSession session, Member me, Member other) {
        if (me.getId().equals(other.getId())) {
            return;
        }
        long pairs =
                session.createSelectionQuery(
                                "select count(*) from Follow where follower = :me and followed = :other",
                                Long.class)
                        .setParameter("me", me)
                        .setParameter("other", other)
                        .getSingleResult();
        if (pairs == 0) {
            session.add(new Follow(me, other));
        }
        session.commit();
    }

    public Page<Message> timeline(DbSession session, Member me, PageRequest request) {
        List<Member> authors = new ArrayList<>(List.of(me));
        authors.addAll(
                session.createSelectionQuery(
                                "select f.followed from Follow f where f.follower = :me",
                                Member.class)
                        .setParameter("me", me)
                        .getResultList());
        return session.query(Message.class)
                .filter(in("author", authors))
                .orderBy("written desc")
                .orderBy("id desc")
                .fetch("author")
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
