package microblog;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a separate process, as in production. */
final class Server implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a process with these command-line arguments; it reads its settings from the
     * environment.
     */
    static Process run(String databaseUrl, String... words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder line =
                new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), "microblog.Microblog");
        line.command().addAll(List.of(words));
        line.environment().put("DATABASE_URL", databaseUrl);
        line.environment().put("PORT", "0");
        return line.redirectErrorStream(true).start();
    }

    /** Starts a server and waits until it prints where it listens. */
    static Server start(String databaseUrl) throws IOException {
        Process process = run(databaseUrl);
        BufferedReader said = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new Server(process, Integer.parseInt(address.group(1)));
            }
            all.append(line).append('\n');
        }
        throw new AssertionError("The server did not start. It said:\n" + all);
    }

    /** Returns what a process printed, once it has ended. */
    static String outcome(Process process) throws IOException {
        String said = new String(process.getInputStream().readAllBytes());
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        return process.exitValue() + ": " + said.strip();
    }

    int port() {
        return port;
    }

    /**
     * Asks the process to stop, as an operating system does (SIGTERM), and returns its exit code.
     */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not stop.");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
