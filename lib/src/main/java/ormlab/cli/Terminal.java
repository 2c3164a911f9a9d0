package ormlab.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * Is where a command speaks, and whom it may ask.
 *
 * @param out for results
 * @param err for errors and questions
 * @param ask asks a person and gives the answer; empty when nobody is there
 */
record Terminal(PrintStream out, PrintStream err, Optional<Function<String, String>> ask) {
    /** Asks only where a person sits: with input or output in a pipe, nobody does. */
    static Terminal ofProcess() {
        Console console = System.console();
        boolean person = console != null && isTerminal(console);
        return new Terminal(
                System.out,
                System.err,
                person
                        ? Optional.of(question -> console.readLine("%s", question))
                        : Optional.empty());
    }

    /** From JDK 22 on there is a console in a pipe as well, which says so itself. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
