package microblog.web;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

import java.util.concurrent.TimeUnit;

/**
 * Closes connections whose headers arrive too slowly. Each byte ends the silence that Jetty would
 * notice, and only bodies have a minimum rate.
 */
final class SlowHeaders implements Connection.Listener {
    private final Scheduler scheduler;
    private final int patienceMillis;

    SlowHeaders(Scheduler scheduler, int patienceMillis) {
        this.scheduler = scheduler;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public void onOpened(Connection connection) {
        lookLater(connection, false);
    }

    private void lookLater(Connection connection, boolean began) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        scheduler.schedule(
                () -> look(connection, requests, bytes, began),
                patienceMillis,
                TimeUnit.MILLISECONDS);
    }

    /**
     * Checks whether bytes have arrived since the last check, but no complete request.
     *
     * @param began whether the headers had begun by then
     */
    private void look(Connection connection, long requests, long bytes, boolean began) {
        boolean unfinished =
                connection.getBytesIn() > bytes
                        && connection.getMessagesIn() == requests
                        && connection.getMessagesOut() == requests;
        if (unfinished && began) {
            connection.getEndPoint().close();
        } else if (connection.getEndPoint().isOpen()) {
            lookLater(connection, unfinished);
        }
    }
}
