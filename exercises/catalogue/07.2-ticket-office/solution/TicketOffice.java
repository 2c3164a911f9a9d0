package ch07_view;

import ormlab.Database;

/**
 * finally runs after a response and after an error, and passes the error on. The session is closed
 * inside the lambda, which runs for each request on the request's thread. Nothing is committed
 * here, because a view that failed may have made only half of its changes.
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
