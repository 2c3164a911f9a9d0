package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Table;

/**
 * Lists values of a type, the plainest first, and then those that the checks of a column name: a
 * check mostly says itself what it takes.
 */
final class StandInValues {
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])-?\\d{1,15}(?![\\w.'])");
    private static final int LONGEST = 1000;

    private final boolean sqlite;

    StandInValues(boolean sqlite) {
        this.sqlite = sqlite;
    }

    /** Values that may be the same in all rows. */
    Set<String> constants(Table table, Column column) {
        String type = column.type();
        Set<String> values = new LinkedHashSet<>();
        listed(table, column).ifPresent(values::add);
        values.add(plain(type));
        if (type.startsWith("bool")) {
            values.add("true");
        }
        values.addAll(texts(table, column));
        for (long number : numbers(table, column)) {
            if (isNumber(type)) {
                values.addAll(List.of("" + number, "" + (number + 1), "" + (number - 1)));
            } else if (isText(type) && number >= 0 && number < LONGEST) {
                values.add(Identifiers.string("x".repeat((int) number)));
                values.add(Identifiers.string("x".repeat((int) number + 1)));
            }
        }
        if (isNumber(type)) {
            values.addAll(List.of("1", "-1"));
        } else if (isText(type)) {
            values.add("'x'");
        }
        return values;
    }

    /** Values that are others in each row; empty for types that have too few. */
    Set<String> numbered(Table table, Column column) {
        String type = column.type();
        String number = StandIns.NUMBER;
        Set<String> values = new LinkedHashSet<>();
        if (isText(type)) {
            String text = "cast(" + number + " as text)";
            values.add(text);
            texts(table, column).forEach(each -> values.add(each + " || " + text));
        } else if (type.startsWith("date")) {
            values.add(
                    sqlite
                            ? "date('1970-01-01', '+' || " + number + " || ' days')"
                            : "date '1970-01-01' + " + number + "::int");
        } else if (type.startsWith("timestamp")) {
            values.add(
                    sqlite
                            ? "datetime('1970-01-01', '+' || " + number + " || ' seconds')"
                            : "timestamp '1970-01-01' + " + number + " * interval '1 second'");
        } else if (type.equals("uuid")) {
            values.add(plain(type));
        } else if (isNumber(type)) {
            values.add(number);
            for (long each : numbers(table, column)) {
                values.add(each + " + " + number);
                values.add(each + " - " + number);
            }
        }
        return values;
    }

    private String plain(String type) {
        if (type.startsWith("bool")) {
            return "false";
        }
        if (type.startsWith("date")) {
            return "'1970-01-01'";
        }
        if (type.startsWith("time") && !type.startsWith("timestamp")) {
            return "'00:00:00'";
        }
        if (type.startsWith("timestamp")) {
            return "'1970-01-01 00:00:00'";
        }
        if (type.equals("uuid")) {
            return "gen_random_uuid()";
        }
        if (type.startsWith("json")) {
            return "'{}'";
        }
        if (type.startsWith("blob") || type.equals("bytea")) {
            return sqlite ? "x''" : "''::bytea";
        }
        if (type.startsWith("interval")) {
            return "'0'::interval";
        }
        return isText(type) ? "''" : "0";
    }

    private static boolean isText(String type) {
        return type.contains("char") || type.contains("text") || type.startsWith("clob");
    }

    private static boolean isNumber(String type) {
        return type.contains("int") && !type.startsWith("interval")
                || type.startsWith("num")
                || type.startsWith("dec")
                || type.startsWith("float")
                || type.startsWith("double")
                || type.equals("real");
    }

    private static List<String> texts(Table table, Column column) {
        List<String> texts = new ArrayList<>();
        for (CheckConstraint check : CheckTrial.of(table, column)) {
            TEXT.matcher(check.condition().sql()).results().forEach(r -> texts.add(r.group()));
        }
        return texts;
    }

    private static List<Long> numbers(Table table, Column column) {
        List<Long> numbers = new ArrayList<>();
        for (CheckConstraint check : CheckTrial.of(table, column)) {
            NUMBER.matcher(check.condition().sql())
                    .results()
                    .forEach(found -> numbers.add(Long.parseLong(found.group())));
        }
        return numbers;
    }

    /** The first value of a check such as {@code status in ('DRAFT', 'PUBLISHED')}. */
    private static Optional<String> listed(Table table, Column column) {
        for (CheckConstraint check : table.checks()) {
            if (CheckTrial.speaksOf(check, column)) {
                String condition = check.condition().sql();
                boolean list = condition.contains(" in (") || condition.contains("= ANY");
                Matcher value = TEXT.matcher(condition);
                if (list && value.find()) {
                    return Optional.of(value.group());
                }
            }
        }
        return Optional.empty();
    }
}
