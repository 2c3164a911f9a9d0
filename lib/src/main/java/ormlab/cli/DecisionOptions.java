package ormlab.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ormlab.error.OrmlabException;
import ormlab.migrate.compare.Decisions;
import picocli.CommandLine.Option;

/** The options with which a user answers a migration's questions. */
final class DecisionOptions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "This table or column was renamed: users.name=username.")
    private Map<String, String> renames = new TreeMap<>();

    @Option(
            names = "--not-renamed",
            paramLabel = "NAME",
            split = ",",
            description = "This is not a rename: drop the old one, add the new one.")
    private List<String> notRenamed = new ArrayList<>();

    @Option(
            names = "--fill",
            paramLabel = "COLUMN=VALUE",
            description = "The value for rows that have none: users.age=0.")
    private Map<String, String> fills = new TreeMap<>();

    @Option(
            names = "--fill-sql",
            paramLabel = "COLUMN=SQL",
            description = "The same as an SQL expression: users.slug=lower(name).")
    private Map<String, String> fillsSql = new TreeMap<>();

    @Option(
            names = "--convert",
            paramLabel = "COLUMN=SQL",
            description = "How to convert values to a new type: users.age=cast(age as integer).")
    private Map<String, String> conversions = new TreeMap<>();

    @Option(
            names = "--drop",
            paramLabel = "NAME",
            split = ",",
            description = "Drop this table or column with its data: users.bio.")
    private List<String> drops = new ArrayList<>();

    @Option(
            names = "--drop-anything",
            description = "Drop everything that the models no longer" + " have.")
    private boolean dropAnything;

    DecisionOptions() {}

    /**
     * Returns the decisions that the options make.
     *
     * @throws OrmlabException if an option lacks a name or a value
     */
    Decisions decisions() {
        requireNames("--rename OLD=NEW", renames, false);
        requireNames("--fill COLUMN=VALUE", fills, true);
        requireNames("--fill-sql COLUMN=SQL", fillsSql, false);
        requireNames("--convert COLUMN=SQL", conversions, false);
        Decisions decisions =
                Decisions.none()
                        .notRenamed(notRenamed.toArray(String[]::new))
                        .dropping(drops.toArray(String[]::new));
        for (var rename : renames.entrySet()) {
            decisions = renamed(decisions, rename.getKey(), rename.getValue());
        }
        for (var fill : fills.entrySet()) {
            decisions = decisions.fill(fill.getKey(), value(fill.getValue()));
        }
        for (var fill : fillsSql.entrySet()) {
            decisions = decisions.fillSql(fill.getKey(), fill.getValue());
        }
        for (var conversion : conversions.entrySet()) {
            decisions = decisions.converting(conversion.getKey(), conversion.getValue());
        }
        return dropAnything ? decisions.droppingAnything() : decisions;
    }

    /** Only a fill value may be empty, because an empty string is a valid value. */
    private static void requireNames(String option, Map<String, String> pairs, boolean mayBeEmpty) {
        for (var pair : pairs.entrySet()) {
            if (pair.getKey().isBlank() || !mayBeEmpty && pair.getValue().isBlank()) {
                throw new OrmlabException(
                        "'%s=%s' needs text on both sides of the =. Write %s."
                                .formatted(pair.getKey(), pair.getValue(), option));
            }
        }
    }

    private static Decisions renamed(Decisions decisions, String from, String to) {
        int dot = from.lastIndexOf('.');
        return dot < 0
                ? decisions.renamedTable(from, to)
                : decisions.renamedColumn(from.substring(0, dot), from.substring(dot + 1), to);
    }

    /** Reads a number or a boolean; anything in quotes is a string. */
    static Object value(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
