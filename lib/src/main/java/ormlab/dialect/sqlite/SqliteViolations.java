package ormlab.dialect.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import ormlab.dialect.ConstraintViolation;
import ormlab.dialect.internal.error.Violations;
import ormlab.dialect.internal.error.WriteStatement;
import ormlab.dialect.internal.model.ModelFacts;
import ormlab.dialect.internal.model.TextLength;
import ormlab.schema.ForeignKey;
import ormlab.schema.Key;
import ormlab.schema.Table;

/** Finds the table, the columns and the constraint that SQLite's short messages leave out. */
final class SqliteViolations {
    private static final Pattern FAILED =
            Pattern.compile(
                    "(?s).*?(NOT NULL|UNIQUE|CHECK|FOREIGN KEY) constraint failed(?::"
                            + " (.*?))?\\)?$");

    private final ModelFacts model;
    private final Violations violations;
    private final String sql;

    SqliteViolations(ModelFacts model, SQLException cause, String sql) {
        this.model = model;
        this.violations = new Violations(cause, sql);
        this.sql = sql;
    }

    Optional<ConstraintViolationException> of(String message) {
        Matcher failed = FAILED.matcher(message == null ? "" : message);
        if (!failed.matches()) {
            return Optional.empty();
        }
        String details = failed.group(2) == null ? "" : failed.group(2);
        return switch (failed.group(1)) {
            case "NOT NULL" -> Optional.of(notNull(details));
            case "UNIQUE" -> Optional.of(unique(details));
            case "CHECK" -> Optional.of(check(details));
            default -> Optional.of(foreignKey());
        };
    }

    private ConstraintViolation notNull(String details) {
        return violations.notNull(tableIn(details), columnIn(details));
    }

    private ConstraintViolation unique(String details) {
        if (details.startsWith("index '")) {
            String index = details.substring("index '".length(), details.length() - 1);
            String table = WriteStatement.of(sql).map(WriteStatement::table).orElse("");
            return violations.unique(table, List.of(index), index, Optional.empty());
        }
        List<String> columns = new ArrayList<>();
        for (String qualified : details.split(", ")) {
            columns.add(columnIn(qualified));
        }
        String table = tableIn(details.split(", ")[0]);
        return violations.unique(table, columns, uniqueName(table, columns), Optional.empty());
    }

    private String uniqueName(String table, List<String> columns) {
        return model.table(table).stream()
                .flatMap(facts -> facts.uniques().stream())
                .filter(key -> Set.copyOf(key.columns()).equals(Set.copyOf(columns)))
                .map(Key::name)
                .findFirst()
                .orElse(null);
    }

    private ConstraintViolation check(String name) {
        Optional<Table> known = model.tableOfCheck(name);
        String table =
                known.map(found -> found.name().name())
                        .or(() -> WriteStatement.of(sql).map(WriteStatement::table))
                        .orElse("");
        List<String> columns = model.checkedColumn(table, name);
        if (columns.size() == 1 && name.equals(LengthChecks.nameFor(table, columns.get(0)))) {
            Optional<Integer> length =
                    known.flatMap(found -> found.column(columns.get(0)))
                            .flatMap(column -> TextLength.of(column.typeSql()));
            return violations.tooLong(table, columns, length.orElseThrow().toString(), name);
        }
        return violations.check(table, columns, name);
    }

    /** SQLite says only that some foreign key failed; the statement and the model say which. */
    private ConstraintViolation foreignKey() {
        Optional<WriteStatement> statement = WriteStatement.of(sql);
        if (statement.isEmpty()) {
            return violations.foreignKey("");
        }
        WriteStatement words = statement.get();
        List<ForeignKey> outgoing = outgoing(words);
        String children = children(words.table());
        boolean referredTo =
                switch (words.verb()) {
                    case "insert" -> false;
                    case "delete" -> true;
                    // If it sets no foreign key, it changed a key that others refer to.
                    default -> outgoing.isEmpty() && !children.isEmpty();
                };
        if (!referredTo) {
            return parentMissing(words.table(), outgoing);
        }
        String others = children.isEmpty() ? "another row" : children;
        return violations.stillReferredTo(words.table(), others, null, Optional.empty());
    }

    private List<ForeignKey> outgoing(WriteStatement words) {
        return model.table(words.table()).stream()
                .flatMap(facts -> facts.foreignKeys().stream())
                .filter(key -> key.columns().stream().allMatch(words::mentions))
                .toList();
    }

    private ConstraintViolation parentMissing(String table, List<ForeignKey> keys) {
        if (keys.size() == 1) {
            ForeignKey key = keys.get(0);
            return violations.parentMissing(
                    table, key.columns(), key.target().name(), key.name(), Optional.empty());
        }
        List<String> candidates =
                keys.stream()
                        .map(key -> String.join(", ", key.columns()) + " → " + key.target().name())
                        .toList();
        String words = "A row of '" + table + "' refers to a row that does not exist";
        return violations.foreignKey(
                candidates.isEmpty()
                        ? words + '.'
                        : words + ", by one of: " + String.join("; ", candidates) + '.',
                table);
    }

    private String children(String parent) {
        List<String> children = new ArrayList<>();
        for (Table table : model.all()) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean cascades = Set.of("cascade", "set null").contains(key.onDelete());
                if (key.target().name().equalsIgnoreCase(parent) && !cascades) {
                    children.add(Violations.target(table.name().name(), key.columns()));
                }
            }
        }
        return children.stream().sorted().reduce((a, b) -> a + " or " + b).orElse("");
    }

    private static String tableIn(String qualified) {
        return qualified.substring(0, Math.max(0, qualified.lastIndexOf('.')));
    }

    private static String columnIn(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
