package ormlab.migrate.script;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.compare.Renames;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.engine.UserDefinedType;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Table;

/**
 * Finds a value for a column that comes back in a downgrade, whose values the upgrade destroyed.
 *
 * <p>Without one, a table with rows could not be led back at all.
 */
final class StandIns implements Fills {
    /** Finds a number of the row's own in a value, for an update, which takes no window. */
    static final Pattern WINDOW =
            Pattern.compile("row_number\\(\\) over \\((?:\"[^\"]*\"|[^)\"])*\\)");

    /** Stands for a number of the row's own in values that are tried. */
    static final String NUMBER = ":number:";

    /** Numbers of rows that values are tried with: many, or at least some. */
    private static final List<List<Integer>> TRIED =
            List.of(List.of(1, 2, 3, 1000, 32_000), List.of(1, 2, 3));

    private final boolean sqlite;
    private final DatabaseSchema before;
    private final DatabaseSchema after;
    private final Renames back;
    private final Decisions decisions;
    private final CheckTrial trial;
    private final StandInKeys keys;
    private final StandInValues values;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    /**
     * Makes stand-ins.
     *
     * @param connection the database as it stands, which tries checks; only read
     * @param before what stands before the way back, under the names to be
     * @param after what stands after it
     * @param back the renames of the way back
     * @param decisions what a person decided
     */
    StandIns(
            Connection connection,
            DatabaseSchema before,
            DatabaseSchema after,
            Renames back,
            Decisions decisions) {
        this.sqlite = before.sqlite();
        this.before = before;
        this.after = after;
        this.back = back;
        this.decisions = decisions;
        this.trial = new CheckTrial(connection, sqlite);
        this.keys = new StandInKeys(before);
        this.values = new StandInValues(sqlite);
    }

    /**
     * Refuses a way back for which no value was found.
     *
     * @throws Undecided to say of which columns
     */
    void requireFound() {
        if (!questions.isEmpty()) {
            throw new Undecided(List.copyOf(questions.values()));
        }
    }

    @Override
    public Optional<String> missing(Table table, Column column) {
        return isNeeded(column) && keys.comes(table, column.name())
                ? Optional.of(standIn(table, column))
                : Optional.empty();
    }

    /** Whether neither a default nor the database gives a value where none may be missing. */
    private static boolean isNeeded(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && column.generated().isEmpty()
                && column.identity() == Column.Identity.NONE;
    }

    /** Nulls that came after the upgrade must be seen to by a person. */
    @Override
    public Optional<String> instead(Table table, Column column) {
        return Optional.empty();
    }

    @Override
    public Optional<String> converted(Table table, Column was, Column column) {
        return Optional.empty();
    }

    private String standIn(Table table, Column column) {
        Optional<String> decided = decisions.fillFor(back.before(table.name()), column.name());
        if (decided.isPresent()) {
            return decided.get();
        }
        Optional<ForeignKey> reference =
                table.foreignKeys().stream()
                        .filter(each -> each.columns().contains(column.name()))
                        .findFirst();
        if (reference.isPresent()) {
            return referred(table, column, reference.get());
        }
        return firstOf(column).orElseGet(() -> value(table, column));
    }

    /** Something that is there: over several columns, all of one row. */
    private String referred(Table table, Column column, ForeignKey to) {
        String wanted = quoted(to.targetColumns().get(to.columns().indexOf(column.name())));
        String target = Identifiers.quoted(to.target(), sqlite);
        List<String> known = new ArrayList<>();
        for (int i = 0; i < to.columns().size(); i++) {
            String here = to.columns().get(i);
            if (before.table(table.name()).flatMap(was -> was.column(here)).isPresent()) {
                known.add(
                        "other."
                                + quoted(to.targetColumns().get(i))
                                + " = "
                                + Identifiers.quoted(table.name(), sqlite)
                                + "."
                                + quoted(here));
            }
        }
        String order =
                to.targetColumns().stream().map(this::quoted).collect(Collectors.joining(", "));
        if (to.columns().size() == 1) {
            return "(select min(" + wanted + ") from " + target + ")";
        }
        return known.isEmpty()
                ? "(select " + wanted + " from " + target + " order by " + order + " limit 1)"
                : "(select min(other."
                        + wanted
                        + ") from "
                        + target
                        + " other where "
                        + String.join(" and ", known)
                        + ")";
    }

    /** The first value of an enumeration of PostgreSQL's. */
    private Optional<String> firstOf(Column column) {
        return after.types().stream()
                .filter(UserDefinedType::enumeration)
                .filter(type -> Identifiers.quoted(type.name(), sqlite).equals(column.type()))
                .map(type -> Identifiers.string(type.values().get(0)))
                .findFirst();
    }

    private String quoted(String column) {
        return Identifiers.quoted(column, sqlite);
    }

    /** The first value that keeps every key and passes every check. */
    private String value(Table table, Column column) {
        List<List<String>> needing = keys.restingOn(table, column);
        Optional<String> numbered = needing.isEmpty() ? Optional.empty() : numbered(table, column);
        if (numbered.isPresent()) {
            return window(numbered.get(), table, needing);
        }
        List<String> passing =
                values.constants(table, column).stream()
                        .filter(value -> trial.passes(table, column, value))
                        .toList();
        Optional<String> constant = passing.stream().findFirst();
        boolean kept =
                needing.stream().allMatch(key -> isNumberedWithout(table, key, column.name()));
        if (constant.isPresent() && kept) {
            return constant.get();
        }
        if (constant.isPresent() && !keys.shared(table, needing).isEmpty()) {
            return window(oneOf(passing), table, needing);
        }
        refuse(table, column, needing);
        return "null";
    }

    /** As many values as there are, among the rows that a key would not tell apart. */
    private static String oneOf(List<String> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        StringBuilder choice = new StringBuilder("case " + NUMBER);
        for (int i = 1; i < values.size(); i++) {
            choice.append(" when " + i + " then " + values.get(i - 1));
        }
        return choice.append(" else " + values.get(values.size() - 1) + " end").toString();
    }

    /** Numbers the rows, or those anew that are alike in all that keys have besides. */
    private String window(String value, Table table, List<List<String>> needing) {
        String shared =
                keys.shared(table, needing).stream()
                        .map(this::quoted)
                        .collect(Collectors.joining(", "));
        String over = shared.isEmpty() ? "" : "partition by " + shared;
        return value.replace(NUMBER, "row_number() over (" + over + ")");
    }

    private Optional<String> numbered(Table table, Column column) {
        for (List<Integer> numbers : TRIED) {
            for (String value : values.numbered(table, column)) {
                boolean passes =
                        numbers.stream()
                                .map(number -> value.replace(NUMBER, number.toString()))
                                .allMatch(each -> trial.passes(table, column, each));
                if (passes) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether another column of a key comes back too, and is another in each row. */
    private boolean isNumberedWithout(Table table, List<String> key, String column) {
        return key.stream()
                .filter(name -> !name.equals(column) && keys.comes(table, name))
                .map(name -> table.column(name).orElseThrow())
                .anyMatch(
                        other ->
                                isNeeded(other)
                                        && !isReferring(table, other)
                                        && firstOf(other).isEmpty()
                                        && numbered(table, other).isPresent());
    }

    private static boolean isReferring(Table table, Column column) {
        return table.foreignKeys().stream()
                .anyMatch(each -> each.columns().contains(column.name()));
    }

    private void refuse(Table table, Column column, List<List<String>> needing) {
        List<String> wanted = new ArrayList<>();
        for (CheckConstraint check : CheckTrial.of(table, column)) {
            wanted.add("check '" + check.name() + "' (" + check.condition() + ")");
        }
        for (List<String> key : needing) {
            wanted.add("no two rows alike in (" + String.join(", ", key) + ")");
        }
        String path = back.before(table.name()) + "." + column.name();
        questions.put(
                path,
                new Question(
                        "The way back brings "
                                + path
                                + " without its values. It may not be null, and no value was found"
                                + " that suits any number of rows: "
                                + String.join(", ", wanted)
                                + ".",
                        List.of("fillSql(\"" + path + "\", \"…\")")));
    }
}
