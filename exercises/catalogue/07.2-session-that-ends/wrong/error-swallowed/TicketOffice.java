package ch07_view;

import ormlab.Database;

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
            } catch (Exception e) {
                return "";
            } finally {
                db.closeSession();
            }
        };
    }
}
