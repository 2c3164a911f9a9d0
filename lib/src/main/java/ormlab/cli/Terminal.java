package ormlab.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes, and how it asks.
 *
 * @param out for results
 * @param err for errors and questions
 * @param ask asks the user and returns the answer; empty if there is no terminal
 */
record Terminal(PrintStream out, PrintStream err, Optional<Function<String, String>> ask) {
    /** Asks only at a terminal: when input or output is a pipe, no user can answer. */
    static Terminal ofProcess() {
        @Nullable Console console = System.console();
        return new Terminal(
                System.out,
                System.err,
                console != null && isTerminal(console)
                        ? Optional.of(question -> console.readLine("%s", question))
                        : Optional.empty());
    }

    /** Since JDK 22, there is a console even for a pipe; it can say whether it is a terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
