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
        db.closeSession();
        return view;
    }
}
