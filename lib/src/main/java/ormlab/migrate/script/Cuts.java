package ormlab.migrate.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.migrate.compare.Change.ChangedType;
import ormlab.migrate.compare.Decisions;
import ormlab.migrate.sql.Identifiers;
import ormlab.schema.Column;
import ormlab.schema.Table;

/** Cuts texts to a shorter length, once somebody consented to it. */
final class Cuts {
    private static final Pattern TEXT =
            Pattern.compile("(?:character varying|varchar|character|char)\\((\\d+)\\)");

    private Cuts() {}

    static Optional<String> of(Table table, Column was, Column column, Decisions decisions) {
        Matcher length = TEXT.matcher(column.type());
        boolean cuts =
                length.matches()
                        && (was.type().contains("char") || was.type().equals("text"))
                        && new ChangedType(table.name(), was, column).destroysData()
                        && decisions.mayLose(table.name() + "." + column.name());
        return cuts
                ? Optional.of(
                        "substr("
                                + Identifiers.quoted(column.name(), false)
                                + ", 1, "
                                + length.group(1)
                                + ")")
                : Optional.empty();
    }
}
