package microblog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forms that arrive slowly, in pieces or not at all do not occupy the server. */
class UnfinishedFormsTest extends UnderAttack {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    /** The server waits this long for requests that it has begun to answer. */
    private static final int STOP_SECONDS = 10;

    @Test
    void no_thread_waits_for_an_unfinished_form_nor_does_the_stop() throws Exception {
        Settings settings = Settings.local(kind.freshUrl());
        Microblog patient = Databases.start(settings);
        List<Socket> slow = new ArrayList<>();
        try (patient) {
            Browser honest = Browser.registered(patient, "fred");
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket("127.0.0.1", patient.port());
                slow.add(socket);
                send(socket, "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n");
                send(socket, FORM + "\r\nu");
            }
            long began = System.nanoTime();
            assertThat(honest.write("hello").statusCode()).isEqualTo(303);
            // If the forms had all threads, the first one would be free after the idle timeout.
            assertThat(seconds(began)).isLessThan(settings.idleMillis() / 2_000.0);
            assertThat(framesThatRead()).isZero();
            began = System.nanoTime();
            patient.close();
            assertThat(seconds(began)).isLessThan(STOP_SECONDS);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Returns 0 if no thread waits until more of a form arrives. */
    private static long framesThatRead() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .map(StackTraceElement::getClassName)
                .filter(name -> name.endsWith(".BlockingContentProducer"))
                .count();
    }

    @Test
    void a_form_may_come_in_pieces_and_its_pieces_are_counted() throws Exception {
        assertThat(inPieces(10)).startsWith("HTTP/1.1 403"); // It was read: its token is missing.
        assertThat(inPieces(50)).startsWith("HTTP/1.1 413");
    }

    private String inPieces(int pieces) throws Exception {
        try (Socket socket = connect()) {
            socket.setTcpNoDelay(true);
            send(socket, "POST /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
            send(socket, FORM + "Content-Length: " + pieces * 100 + "\r\n\r\n");
            for (int i = 0; i < pieces && socket.getInputStream().available() == 0; i++) {
                send(socket, "a".repeat(100)); // Fast enough for the minimum rate.
                Thread.sleep(5);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
