package ormlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import ormlab.error.OrmlabException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs the command line.
 *
 * <p>Exit codes: 0 for success, 1 if something was refused, failed or differs, 2 if the command
 * line itself is wrong.
 */
@Command(
        name = "ormlab",
        description = "Migrations and a shell for the models of a project.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {
    /** The exit code of a refused action and of a difference. */
    static final int REFUSED = 1;

    /**
     * Kept in a field because an unreferenced logger is garbage-collected, and its level with it.
     */
    private static final Logger[] SILENT = {
        Logger.getLogger("org.flywaydb"),
        Logger.getLogger("org.hibernate"),
        Logger.getLogger("com.zaxxer.hikari")
    };

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code = run(arguments, Terminal.ofProcess());
        System.exit(code);
    }

    /** Runs a command, which writes to the terminal. */
    static int run(String[] arguments, Terminal terminal) {
        silence();
        CommandLine line = commands(List.of(arguments), terminal);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setExecutionExceptionHandler((failed, command, parsed) -> explain(failed, terminal));
        return line.execute(arguments);
    }

    /**
     * Returns all commands with their options, for documentation and completion. They write to the
     * process's own output.
     */
    public static CommandLine commands() {
        return commands(List.of(), Terminal.ofProcess());
    }

    /**
     * Creates only the commands that the arguments name, or all if the arguments ask for help or
     * are invalid: picocli reads every option of every command it knows, which takes as long as a
     * short command.
     */
    private static CommandLine commands(List<String> words, Terminal terminal) {
        CommandLine line = new CommandLine(new Main());
        boolean isDb = !words.isEmpty() && words.get(0).equals("db");
        line.addSubcommand(
                DbCommand.line(terminal, isDb ? words.subList(1, words.size()) : List.of()));
        if (!isDb) {
            line.addSubcommand(new ShellCommand(terminal));
        }
        return line;
    }

    /** Silences the libraries' logs, which only repeat what the error says. */
    static void silence() {
        for (Logger logger : SILENT) {
            logger.setLevel(Level.OFF);
        }
    }

    private static int explain(Exception failed, Terminal terminal) {
        String words =
                failed instanceof OrmlabException
                        ? String.valueOf(failed.getMessage())
                        : failed.toString();
        terminal.err().println("Error: " + ShellWords.of(words));
        return REFUSED;
    }
}
