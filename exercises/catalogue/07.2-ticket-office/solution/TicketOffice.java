package ch07_view;

import ormlab.Database;

/**
 * Why so: finally runs after a return, after an error and after a redirect, and lets the error go
 * on. The session is closed inside the lambda, because that is what runs for each request, on the
 * request's own thread. Nothing is committed here: half of what a view wanted is worse than
 * nothing.
 */
public class TicketOffice {
    public interface View {
        String answer() throws Exception;
    }

    private final Database db;

    public TicketOffice(Database db) {
        this.db = db;
    }

    public View inSession(View view) {
        return () -> {
            try {
                return view.answer();
            } finally {
                db.closeSession();
            }
        };
    }
}
