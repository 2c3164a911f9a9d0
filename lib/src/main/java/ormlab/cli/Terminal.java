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
 * @param ask asks a person and returns the answer; empty when there is nobody to ask
 */
record Terminal(PrintStream out, PrintStream err, Optional<Function<String, String>> ask) {
    /** Asks only at a terminal: with input or output in a pipe there is nobody to answer. */
    static Terminal ofProcess() {
        @Nullable Console console = System.console();
        return new Terminal(
                System.out,
                System.err,
                console != null && isTerminal(console)
                        ? Optional.of(question -> console.readLine("%s", question))
                        : Optional.empty());
    }

    /**
     * From JDK 22 on there is a console in a pipe as well, which can be asked whether it is a
     * terminal.
     */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
