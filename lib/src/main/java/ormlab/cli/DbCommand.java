package ormlab.cli;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;
import ormlab.migrate.Check;
import ormlab.migrate.Migrations;
import ormlab.migrate.compare.Decisions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The commands for migrations. */
@Command(
        name = "db",
        description = "Writes, runs and shows migrations.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        addMethodSubcommands = false,
        scope = ScopeType.INHERIT)
final class DbCommand {
    @Mixin private Project project;

    private final Terminal terminal;

    private DbCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns the command that the arguments begin with, or all commands. */
    static CommandLine line(Terminal terminal, List<String> words) {
        CommandLine line = new CommandLine(new DbCommand(terminal));
        String verb = words.isEmpty() ? "" : words.get(0);
        List<Method> verbs = CommandLine.getCommandMethods(DbCommand.class, null);
        List<Method> asked = verbs.stream().filter(each -> each.getName().equals(verb)).toList();
        (asked.isEmpty() ? verbs : asked).forEach(line::addSubcommand);
        return line;
    }

    private int files(Function<Migrations, Object> work) {
        return say(project.withFiles(work));
    }

    private int say(Object result) {
        terminal.out().println(ShellWords.of(result.toString()));
        return 0;
    }

    @Command(description = "Creates the folder for migrations, once per project.")
    int init() {
        project.folder().init();
        return say("Created the folder " + project.folder());
    }

    @Command(description = "Compares the models with the database and writes a migration.")
    int migrate(
            @Option(
                            names = {"-m", "--message"},
                            paramLabel = "TEXT",
                            description = "What changes.",
                            defaultValue = "")
                    String message,
            @Mixin DecisionOptions options) {
        return say(
                project.withModels(
                        migrations -> {
                            Decisions decisions = options.decisions();
                            return new Interview(terminal)
                                    .until(decisions, now -> migrations.migrate(message, now));
                        }));
    }

    @Command(description = "Writes an empty migration for you to fill in.")
    int revision(
            @Option(
                            names = {"-m", "--message"},
                            paramLabel = "TEXT",
                            description = "What it is for.",
                            defaultValue = "")
                    String message) {
        return files(migrations -> "Wrote " + migrations.revision(message).up());
    }

    @Command(
            description =
                    "Takes over existing tables: writes the first migration and marks it"
                            + " as run.")
    int adopt(
            @Option(
                            names = {"-m", "--message"},
                            paramLabel = "TEXT",
                            description = "What it is for.",
                            defaultValue = "initial migration")
                    String message) {
        return say(project.withModels(migrations -> migrations.adopt(message)));
    }

    @Command(description = "Runs the pending migrations, all or none.")
    int upgrade(
            @Parameters(
                            paramLabel = "TARGET",
                            description = "head, a version, or +1.",
                            arity = "0..1",
                            defaultValue = "head")
                    String target,
            @Option(names = "--sql", description = "Print the SQL instead of running it.")
                    boolean sql) {
        return files(
                migrations -> sql ? migrations.sql().upgrade(target) : migrations.upgrade(target));
    }

    @Command(description = "Undoes migrations, one by default.")
    int downgrade(
            @Parameters(
                            paramLabel = "TARGET",
                            description = "base, a version, or -2.",
                            arity = "0..1",
                            defaultValue = "-1")
                    String target,
            @Option(names = "--sql", description = "Print the SQL instead of running it.")
                    boolean sql) {
        return files(
                migrations ->
                        sql ? migrations.sql().downgrade(target) : migrations.downgrade(target));
    }

    @Command(description = "Shows the version of the database.")
    int current() {
        return files(Migrations::current);
    }

    @Command(description = "Lists all migrations and marks the version of the database.")
    int history() {
        return files(Migrations::history);
    }

    @Command(description = "Records that the database is at a version, without running anything.")
    int stamp(
            @Parameters(paramLabel = "TARGET", description = "head, base, or a version.")
                    String target) {
        return files(migrations -> migrations.stamp(target));
    }

    @Command(description = "Checks that models, files and database agree; exit code 1 if not.")
    int check() {
        Check check = project.withModels(Migrations::check);
        say(check);
        return check.exitCode();
    }

    @Command(description = "Shows the SQL of a migration.")
    int show(
            @Parameters(
                            paramLabel = "VERSION",
                            description = "head, or a version.",
                            arity = "0..1",
                            defaultValue = "head")
                    String version) {
        return files(migrations -> migrations.show(version));
    }

    @Command(description = "Renames a migration to the next free version.")
    int renumber(
            @Parameters(paramLabel = "FILE", description = "V2__posts_table.sql.") String file) {
        return files(migrations -> "Renamed to " + migrations.renumber(file));
    }

    @Command(description = "Records the current files as what has run, as Flyway's repair does.")
    int repair() {
        return files(
                migrations -> {
                    migrations.flyway().repair();
                    return migrations.history();
                });
    }
}
