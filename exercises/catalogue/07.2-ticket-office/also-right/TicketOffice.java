package ch07_view;

import ormlab.Database;

/** The same with try-with-resources, which closes the session. */
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
            try (AutoCloseable end = db::closeSession) {
                return view.answer();
            }
        };
    }
}
