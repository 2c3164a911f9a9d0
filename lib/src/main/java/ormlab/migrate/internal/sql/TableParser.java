package ormlab.migrate.internal.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ormlab.dialect.Engine;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.Column.Generated;
import ormlab.schema.Column.Identity;
import ormlab.schema.ForeignKey;
import ormlab.schema.Key;
import ormlab.schema.SqlFragment;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Reads a {@code create table} statement.
 *
 * <p>SQLite keeps the statement as its only record of checks, names of constraints, collations and
 * computed columns. The statements of a model for PostgreSQL are read as well, for their wording.
 */
public final class TableParser {
    private static final Set<String> COLUMN_CONSTRAINTS =
            Set.of(
                    "constraint",
                    "primary",
                    "not",
                    "null",
                    "unique",
                    "check",
                    "default",
                    "collate",
                    "references",
                    "generated",
                    "as");
    private static final Set<String> TABLE_CONSTRAINTS =
            Set.of("constraint", "primary", "unique", "check", "foreign");

    private static final String CREATE = "create table";

    private final String sql;
    private final Engine engine;
    private List<SqlToken> tokens;
    private int at;

    private TableName name;
    private final List<Column> columns = new ArrayList<>();
    private Optional<Key> primaryKey = Optional.empty();
    private final List<Key> uniques = new ArrayList<>();
    private final List<ForeignKey> references = new ArrayList<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private boolean autoincrement;

    private TableParser(String sql, Engine engine) {
        this.sql = sql;
        this.engine = engine;
    }

    public static Table parse(String sql, Engine engine) {
        return new TableParser(sql, engine).table();
    }

    private Table table() {
        tokens = SqlTokens.of(sql, engine);
        name = nameAfter(tokens, "table", engine);
        at = indexOf("(") + 1;
        int end = SqlTokens.closing(tokens, at - 1);
        List<SqlToken> all = tokens;
        for (List<SqlToken> item : items(all.subList(at, end))) {
            tokens = item;
            at = 0;
            if (TABLE_CONSTRAINTS.contains(word(0)) && item.get(0).kind() == SqlToken.Kind.WORD) {
                tableConstraints();
            } else {
                column();
            }
        }
        String options = SqlTokens.canonical(all.subList(end + 1, all.size()));
        return new Table(
                name,
                keysAreNotNull(),
                primaryKey,
                uniques,
                references,
                checks,
                List.of(),
                options,
                Optional.empty(),
                sql.regionMatches(true, 0, CREATE, 0, CREATE.length())
                        ? CREATE + sql.substring(CREATE.length())
                        : sql);
    }

    /**
     * Returns the statement that makes the same table under another name.
     *
     * @param sql a {@code create table} statement
     */
    public static String renamed(String sql, String name, Engine engine) {
        List<SqlToken> tokens = SqlTokens.of(sql, engine);
        int open = 0;
        while (!tokens.get(open).is("(")) {
            open++;
        }
        SqlToken old = tokens.get(open - 1);
        return sql.substring(0, old.start()) + engine.quoted(name) + sql.substring(old.end());
    }

    private int indexOf(String symbol) {
        int i = 0;
        while (i < tokens.size() && !tokens.get(i).is(symbol)) {
            i++;
        }
        return i;
    }

    /** Reads the name after {@code table} or {@code index}, {@code on}, {@code view}. */
    public static TableName nameAfter(List<SqlToken> tokens, String word, Engine engine) {
        int i = 0;
        while (i < tokens.size() && !tokens.get(i).is(word)) {
            i++;
        }
        i++;
        while (i < tokens.size()
                && tokens.get(i).kind() == SqlToken.Kind.WORD
                && Set.of("if", "not", "exists", "only")
                        .contains(tokens.get(i).text().toLowerCase(Locale.ROOT))
                && i + 1 < tokens.size()
                && tokens.get(i + 1).isName()) {
            i++;
        }
        return nameAt(tokens, i, engine);
    }

    private static TableName nameAt(List<SqlToken> tokens, int i, Engine engine) {
        if (i + 2 < tokens.size() && tokens.get(i + 1).is(".")) {
            return new TableName(tokens.get(i).name(engine), tokens.get(i + 2).name(engine));
        }
        return TableName.of(i < tokens.size() ? tokens.get(i).name(engine) : "");
    }

    private String folded(SqlToken token) {
        return token.name(engine);
    }

    private static List<List<SqlToken>> items(List<SqlToken> tokens) {
        List<List<SqlToken>> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
            } else if (token.is(",") && depth == 0) {
                items.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        if (start < tokens.size()) {
            items.add(tokens.subList(start, tokens.size()));
        }
        return items;
    }

    // Columns ----------------------------------------------------------------------------------

    private void column() {
        String column = folded(tokens.get(0));
        at = 1;
        int typeStart = at;
        while (at < tokens.size() && !isConstraint(at)) {
            at = tokens.get(at).is("(") ? SqlTokens.closing(tokens, at) + 1 : at + 1;
        }
        String typeSql = text(typeStart, at);
        ColumnParts read = new ColumnParts(column, typeSql, type(tokens.subList(typeStart, at)));
        while (at < tokens.size()) {
            columnConstraint(read);
        }
        columns.add(read.done());
    }

    private boolean isConstraint(int i) {
        return tokens.get(i).kind() == SqlToken.Kind.WORD && COLUMN_CONSTRAINTS.contains(word(i));
    }

    private String word(int i) {
        return i < tokens.size() ? tokens.get(i).text().toLowerCase(Locale.ROOT) : "";
    }

    /** {@code NUMERIC (10, 2)} is {@code numeric(10,2)}. */
    private static String type(List<SqlToken> tokens) {
        StringBuilder type = new StringBuilder();
        boolean wordBefore = false;
        for (SqlToken token : tokens) {
            boolean word = token.isName();
            type.append(word && wordBefore ? " " : "").append(token.canonical());
            wordBefore = word || token.is(")");
        }
        return type.toString();
    }

    /** What has been read of a column so far. */
    private static final class ColumnParts {
        private final String name;
        private final String typeSql;
        private final String type;
        private boolean nullable = true;
        private Optional<SqlFragment> defaultValue = Optional.empty();
        private Optional<Generated> generated = Optional.empty();
        private Identity identity = Identity.NONE;
        private Optional<String> collation = Optional.empty();

        ColumnParts(String name, String typeSql, String type) {
            this.name = name;
            this.typeSql = typeSql;
            this.type = type;
        }

        Column done() {
            return new Column(
                    name,
                    type,
                    typeSql,
                    nullable,
                    defaultValue,
                    generated,
                    identity,
                    collation,
                    Optional.empty());
        }
    }

    private void columnConstraint(ColumnParts column) {
        String constraint = "";
        if (word(at).equals("constraint")) {
            constraint = folded(tokens.get(at + 1));
            at += 2;
        }
        switch (word(at++)) {
            case "primary" -> columnKey(column, constraint);
            case "not" -> {
                column.nullable = false;
                at++;
                conflict();
            }
            case "null" -> conflict();
            case "unique" -> {
                uniques.add(key(constraint, "unique", List.of(column.name), ""));
                conflict();
            }
            case "check" -> check(constraint);
            case "default" -> column.defaultValue = Optional.of(defaultValue());
            case "collate" -> {
                column.collation = Optional.of(folded(tokens.get(at++)).toLowerCase(Locale.ROOT));
            }
            case "references" -> reference(constraint, List.of(column.name));
            case "generated" -> generated(column);
            case "as" -> computed(column);
            default -> {
                // A word of another database; what it means is not compared.
            }
        }
    }

    private void columnKey(ColumnParts column, String constraint) {
        at++;
        if (word(at).equals("asc") || word(at).equals("desc")) {
            at++;
        }
        conflict();
        if (word(at).equals("autoincrement")) {
            column.identity = Identity.AUTOINCREMENT;
            at++;
        }
        primaryKey = Optional.of(key(constraint, "primary key", List.of(column.name), ""));
    }

    private void conflict() {
        if (word(at).equals("on") && word(at + 1).equals("conflict")) {
            at += 3;
        }
    }

    private SqlFragment defaultValue() {
        int start = at;
        at = tokens.get(at).is("(") ? SqlTokens.closing(tokens, at) + 1 : at + 1;
        while (at < tokens.size() && !isConstraint(at)) {
            at = tokens.get(at).is("(") ? SqlTokens.closing(tokens, at) + 1 : at + 1;
        }
        return expression(start, at);
    }

    private void generated(ColumnParts column) {
        boolean always = word(at).equals("always");
        at += always ? 1 : 2;
        at++; // as
        if (word(at).equals("identity")) {
            at++;
            skipGroup();
            column.identity = always ? Identity.ALWAYS : Identity.BY_DEFAULT;
            column.nullable = false;
        } else {
            computed(column);
        }
    }

    private void computed(ColumnParts column) {
        int end = SqlTokens.closing(tokens, at);
        SqlFragment expression = expression(at, end + 1);
        at = end + 1;
        boolean stored = word(at).equals("stored");
        if (stored || word(at).equals("virtual")) {
            at++;
        }
        column.generated = Optional.of(new Generated(expression, stored));
    }

    private void skipGroup() {
        if (at < tokens.size() && tokens.get(at).is("(")) {
            at = SqlTokens.closing(tokens, at) + 1;
        }
    }

    // Constraints ------------------------------------------------------------------------------

    /** SQLite asks for no comma between constraints. */
    private void tableConstraints() {
        while (at < tokens.size()) {
            String constraint = "";
            if (word(at).equals("constraint")) {
                constraint = folded(tokens.get(at + 1));
                at += 2;
            }
            switch (word(at++)) {
                case "primary" -> {
                    at++;
                    primaryKey = Optional.of(key(constraint, "primary key", names(), ""));
                    conflict();
                }
                case "unique" -> {
                    int start = at;
                    while (at < tokens.size() && !tokens.get(at).is("(")) {
                        at++;
                    }
                    String words = text(start, at).toLowerCase(Locale.ROOT);
                    List<String> keyColumns = names();
                    conflict();
                    int rest = at;
                    while (at < tokens.size() && !TABLE_CONSTRAINTS.contains(word(at))) {
                        at++;
                    }
                    String more = (words + ' ' + text(rest, at)).strip();
                    uniques.add(key(constraint, "unique", keyColumns, more));
                }
                case "check" -> check(constraint);
                case "foreign" -> {
                    at++;
                    List<String> from = names();
                    at++; // references
                    reference(constraint, from);
                }
                default -> {
                    // A word of another database; what it means is not compared.
                }
            }
        }
    }

    private List<String> names() {
        int end = SqlTokens.closing(tokens, at);
        List<String> names = new ArrayList<>();
        for (List<SqlToken> item : items(tokens.subList(at + 1, end))) {
            names.add(folded(item.get(0)));
        }
        at = end + 1;
        return names;
    }

    private Key key(String constraint, String kind, List<String> of, String more) {
        String joined = String.join(", ", of.stream().map(this::quoted).toList());
        String definition = kind + " (" + joined + ")" + (more.isEmpty() ? "" : " " + more);
        return new Key(
                constraint,
                of,
                new SqlFragment(definition, SqlTokens.canonical(definition, engine)));
    }

    private String quoted(String column) {
        return engine.quoted(column);
    }

    private void check(String constraint) {
        int end = SqlTokens.closing(tokens, at);
        SqlFragment condition = expression(at + 1, end);
        Set<String> words = new LinkedHashSet<>();
        for (SqlToken token : tokens.subList(at, end)) {
            if (token.isName()) {
                words.add(token.canonical());
            }
        }
        at = end + 1;
        if (word(at).equals("no") && word(at + 1).equals("inherit")) {
            at += 2;
        }
        conflict();
        checks.add(new CheckConstraint(constraint, condition, words));
    }

    private void reference(String constraint, List<String> from) {
        TableName target = nameAt(tokens, at, engine);
        at += target.schema().isEmpty() ? 1 : 3;
        List<String> to = at < tokens.size() && tokens.get(at).is("(") ? names() : List.of();
        String onDelete = ForeignKey.NO_ACTION;
        String onUpdate = ForeignKey.NO_ACTION;
        List<String> rest = new ArrayList<>();
        while (at < tokens.size()) {
            if (word(at).equals("on")) {
                boolean delete = word(at + 1).equals("delete");
                boolean two = Set.of("set", "no").contains(word(at + 2));
                String action = word(at + 2) + (two ? " " + word(at + 3) : "");
                at += two ? 4 : 3;
                onDelete = delete ? action : onDelete;
                onUpdate = delete ? onUpdate : action;
            } else if (word(at).equals("match")) {
                rest.add("match " + word(at + 1));
                at += 2;
            } else if (word(at).equals("deferrable") || word(at + 1).equals("deferrable")) {
                boolean not = word(at).equals("not");
                at += not ? 2 : 1;
                String initially = "";
                if (word(at).equals("initially")) {
                    initially = " initially " + word(at + 1);
                    at += 2;
                }
                if (!not && initially.equals(" initially deferred")) {
                    rest.add("deferrable initially deferred");
                } else if (!not) {
                    rest.add("deferrable");
                }
            } else {
                break;
            }
        }
        references.add(
                new ForeignKey(
                        constraint, from, target, to, onDelete, onUpdate, String.join(" ", rest)));
    }

    // Texts ------------------------------------------------------------------------------------

    private SqlFragment expression(int from, int to) {
        return new SqlFragment(text(from, to), SqlTokens.canonical(tokens.subList(from, to)));
    }

    private String text(int from, int to) {
        return from >= to ? "" : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private List<Column> keysAreNotNull() {
        if (primaryKey.isEmpty()) {
            return columns;
        }
        List<String> key = primaryKey.get().columns();
        return columns.stream()
                .map(
                        column ->
                                column.nullable()
                                                && key.stream()
                                                        .anyMatch(column.name()::equalsIgnoreCase)
                                        ? column.notNull()
                                        : column)
                .toList();
    }
}
