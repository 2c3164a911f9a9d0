package ormlab.migrate.compare;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ormlab.error.OrmlabException;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.sql.Identifiers;
import ormlab.migrate.sqlite.SqliteScratch;

/** Applies renames to a schema: its keys, checks, indexes, triggers and views follow. */
public final class Renaming {
    private static final Pattern FAULT =
            Pattern.compile("error in (view|trigger) (\\S+?)(?: after \\w+)?: ([^)]*)");

    private Renaming() {}

    /**
     * Writes the statements that rename; both databases read the same.
     *
     * @param renames the renames; not null
     * @param sqlite whether SQLite reads them, or else PostgreSQL
     * @return the statements, tables first; never null
     */
    public static List<String> statements(Renames renames, boolean sqlite) {
        List<String> statements = new ArrayList<>();
        renames.tables()
                .forEach(
                        each ->
                                statements.add(
                                        "alter table "
                                                + Identifiers.quoted(each.from(), sqlite)
                                                + " rename to "
                                                + Identifiers.quoted(each.to().name(), sqlite)));
        renames.columns()
                .forEach(
                        each ->
                                statements.add(
                                        "alter table "
                                                + Identifiers.quoted(each.subject(), sqlite)
                                                + " rename column "
                                                + Identifiers.quoted(each.from(), sqlite)
                                                + " to "
                                                + Identifiers.quoted(each.to(), sqlite)));
        return statements;
    }

    /**
     * Gives the schema as it is after the renames.
     *
     * @param schema the schema before; not null
     * @param renames the renames; not null
     * @return the schema after; the same when nothing is renamed
     * @throws SQLException if SQLite refuses to rename
     */
    public static DatabaseSchema apply(DatabaseSchema schema, Renames renames) throws SQLException {
        if (renames.isEmpty()) {
            return schema;
        }
        if (!schema.sqlite()) {
            return PostgresRenaming.apply(schema, renames);
        }
        try (SqliteScratch scratch = SqliteScratch.of(schema)) {
            scratch.runAll(statements(renames, true));
            return scratch.read();
        } catch (SQLException refused) {
            Matcher fault = FAULT.matcher(String.valueOf(refused.getMessage()));
            if (!fault.find()) {
                throw refused;
            }
            throw new OrmlabException(
                    "SQLite cannot rename while %s '%s' is there: after it, %s. Drop or change it first."
                            .formatted(fault.group(1), fault.group(2), fault.group(3)),
                    refused);
        }
    }
}
