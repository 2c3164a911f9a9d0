package ormlab.migrate.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ormlab.migrate.compare.Change;
import ormlab.migrate.compare.Renaming;
import ormlab.migrate.compare.SchemaDifference;
import ormlab.migrate.compare.TableDifference;
import ormlab.migrate.engine.DatabaseSchema;
import ormlab.migrate.engine.OwnedSequence;
import ormlab.migrate.engine.Trigger;
import ormlab.migrate.engine.View;
import ormlab.migrate.sql.Identifiers;
import ormlab.migrate.sql.SqlTokens;
import ormlab.schema.CheckConstraint;
import ormlab.schema.Column;
import ormlab.schema.ForeignKey;
import ormlab.schema.Index;
import ormlab.schema.Key;
import ormlab.schema.Table;
import ormlab.schema.TableName;

/**
 * Puts the steps of a migration of PostgreSQL in order: what refers goes first and comes last, and
 * in between the tables change.
 */
final class PostgresPlan {
    private final SchemaDifference difference;
    private final DatabaseSchema before;
    private final DatabaseSchema after;
    private final Fills fills;
    private final Casts casts;
    private final PostgresTypes types;

    private final List<Step> first = new ArrayList<>();
    private final List<Step> middle = new ArrayList<>();
    private final List<Step> drops = new ArrayList<>();
    private final List<Step> keys = new ArrayList<>();
    private final List<Step> references = new ArrayList<>();
    private final List<Step> last = new ArrayList<>();
    private final Set<String> droppedReferences = new LinkedHashSet<>();
    private final Map<TableName, Set<String>> retyped = new HashMap<>();

    private PostgresPlan(
            SchemaDifference difference,
            DatabaseSchema before,
            DatabaseSchema after,
            Fills fills,
            Casts casts) {
        this.difference = difference;
        this.before = before;
        this.after = after;
        this.fills = fills;
        this.casts = casts;
        this.types = new PostgresTypes(difference, after, fills);
    }

    /**
     * Plans.
     *
     * @param before what stands once the renames are made
     * @param after what should stand
     */
    static List<Step> steps(
            SchemaDifference difference,
            DatabaseSchema before,
            DatabaseSchema after,
            Fills fills,
            Casts casts) {
        return new PostgresPlan(difference, before, after, fills, casts).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        rename(steps);
        createSchemas();
        moveOutOfTheWay();
        types.create(first);
        changeSequences();
        difference.tables().forEach(this::dropParts);
        difference.removed().forEach(this::letGo);
        List<Step> creation = new ArrayList<>();
        difference.added().forEach(table -> create(table, creation));
        dropTables();
        if (namesCollide()) {
            middle.addAll(drops);
            drops.clear();
        }
        middle.addAll(creation);
        ReferenceOrder.referredFirst(difference.tables(), after).forEach(this::changeColumns);
        difference.tables().forEach(this::addParts);
        types.drop(last);
        bringBack();
        steps.addAll(first);
        steps.addAll(middle);
        steps.addAll(drops);
        steps.addAll(keys);
        steps.addAll(references);
        steps.addAll(last);
        return steps;
    }

    private void rename(List<Step> steps) {
        List<Change> renames = new ArrayList<>(difference.renames().tables());
        renames.addAll(difference.renames().columns());
        List<String> statements = Renaming.statements(difference.renames(), false);
        for (int i = 0; i < statements.size(); i++) {
            steps.add(new Step(Comments.of(renames.get(i)), statements.get(i)));
        }
        renameWhatFollows(steps);
    }

    /** PostgreSQL names keys and sequences after their table, but does not rename them with it. */
    private void renameWhatFollows(List<Step> steps) {
        for (Change.RenamedTable table : difference.renames().tables()) {
            String usual = table.from().name() + "_pkey";
            before.table(table.to())
                    .flatMap(Table::primaryKey)
                    .filter(key -> key.name().equals(usual))
                    .ifPresent(
                            key ->
                                    steps.add(
                                            new Step(
                                                    "The primary key's name follows its table.",
                                                    PostgresSql.alter(
                                                            table.to(),
                                                            "rename constraint "
                                                                    + PostgresSql.quoted(usual)
                                                                    + " to "
                                                                    + PostgresSql.quoted(
                                                                            table.to().name()
                                                                                    + "_pkey")))));
        }
        for (Change change : difference.others()) {
            if (change instanceof Change.RenamedSequence sequence) {
                steps.add(
                        new Step(
                                Comments.of(change),
                                renameSequence(sequence.from().name(), sequence.to().name())));
            }
        }
        for (OwnedSequence each : before.ownedSequences()) {
            TableName table =
                    difference.renames().tables().stream()
                            .filter(renamed -> renamed.from().equals(each.table()))
                            .map(Change.RenamedTable::to)
                            .findFirst()
                            .orElse(each.table());
            String column =
                    difference.renames().columns().stream()
                            .filter(renamed -> renamed.subject().equals(table))
                            .filter(renamed -> renamed.from().equals(each.column()))
                            .map(Change.RenamedColumn::to)
                            .findFirst()
                            .orElse(each.column());
            TableName usual = OwnedSequence.usualName(table, column);
            TableName was = OwnedSequence.usualName(each.table(), each.column());
            if (each.sequence().equals(was) && !usual.equals(was)) {
                steps.add(
                        new Step(
                                "The sequence's name follows its column.",
                                renameSequence(was, usual)));
            }
        }
    }

    private static String renameSequence(TableName from, TableName to) {
        return "alter sequence "
                + PostgresSql.quoted(from)
                + " rename to "
                + PostgresSql.quoted(to.name());
    }

    private void createSchemas() {
        Set<String> present = new LinkedHashSet<>();
        before.tables().forEach(table -> present.add(table.name().schema()));
        for (Table table : difference.added()) {
            String schema = table.name().schema();
            if (!schema.isEmpty() && present.add(schema)) {
                first.add(
                        new Step(
                                "Added schema '" + schema + "'",
                                "create schema if not exists " + PostgresSql.quoted(schema)));
            }
        }
    }

    // Views and triggers -----------------------------------------------------------------------

    private List<TableDifference> retyped() {
        return difference.tables().stream()
                .filter(
                        table ->
                                table.after().columns().stream()
                                        .anyMatch(column -> isRetyped(table, column.name())))
                .toList();
    }

    private boolean isRetyped(TableDifference table, String column) {
        return retyped.computeIfAbsent(table.after().name(), none -> retypedColumns(table))
                .contains(column);
    }

    private List<String> madeAnew(TableDifference table) {
        return new PostgresComputed(table, PostgresColumns.retyped(table, types)).madeAnew();
    }

    /** Those that change their type, and what is computed from them. */
    private Set<String> retypedColumns(TableDifference table) {
        Set<String> all = new LinkedHashSet<>(PostgresColumns.retyped(table, types));
        all.addAll(madeAnew(table));
        return all;
    }

    private List<View> viewsInTheWay() {
        Set<String> names = new LinkedHashSet<>();
        retyped().forEach(table -> names.add(table.after().name().name()));
        List<View> views = new ArrayList<>();
        boolean found = !names.isEmpty();
        while (found) {
            found = false;
            for (View view : before.views()) {
                if (!views.contains(view)
                        && names.stream().anyMatch(n -> SqlTokens.mentions(view.sql(), n))) {
                    views.add(view);
                    names.add(view.name().name());
                    found = true;
                }
            }
        }
        return before.views().stream().filter(views::contains).toList();
    }

    private List<Trigger> triggersInTheWay() {
        List<TableName> names = new ArrayList<>();
        retyped().forEach(table -> names.add(table.after().name()));
        viewsInTheWay().forEach(view -> names.add(view.name()));
        return before.triggers().stream().filter(each -> names.contains(each.table())).toList();
    }

    private static final String IN_THE_WAY =
            "In the way of a column that changes its type; comes back at the end.";

    private void moveOutOfTheWay() {
        for (Trigger trigger : triggersInTheWay()) {
            first.add(
                    new Step(
                            IN_THE_WAY,
                            "drop trigger "
                                    + PostgresSql.quoted(trigger.name())
                                    + " on "
                                    + PostgresSql.quoted(trigger.table())));
        }
        List<View> views = new ArrayList<>(viewsInTheWay());
        Collections.reverse(views);
        for (View view : views) {
            String kind = view.materialized() ? "materialized view " : "view ";
            first.add(new Step(IN_THE_WAY, "drop " + kind + PostgresSql.quoted(view.name())));
        }
    }

    private void bringBack() {
        for (View view : viewsInTheWay()) {
            last.add(new Step("As it was before.", view.sql()));
        }
        for (Trigger trigger : triggersInTheWay()) {
            last.add(new Step("As it was before.", trigger.sql()));
        }
        // A table that comes back in a downgrade had triggers of its own.
        for (Trigger trigger : after.triggers()) {
            boolean isBack =
                    difference.added().stream().anyMatch(t -> t.name().equals(trigger.table()));
            if (isBack) {
                last.add(new Step("As it was before.", trigger.sql()));
            }
        }
    }

    // Sequences --------------------------------------------------------------------------------

    private void changeSequences() {
        List<Step> added = new ArrayList<>();
        for (Change change : difference.others()) {
            String comment = Comments.of(change);
            if (change instanceof Change.AddedSequence come) {
                added.add(new Step(comment, come.sequence().createSql()));
                last.addAll(PostgresNumbering.behindRows(come.sequence(), before, after));
            } else if (change instanceof Change.RemovedSequence gone) {
                TableName name = gone.sequence().name();
                Step drop = new Step(comment, "drop sequence " + PostgresSql.quoted(name));
                (isAsked(name) ? last : first).add(drop);
            } else if (change instanceof Change.ChangedSequence changed) {
                added.add(
                        new Step(
                                comment,
                                "alter sequence "
                                        + PostgresSql.quoted(changed.after().name())
                                        + " increment by "
                                        + changed.after().increment()));
            }
        }
        // A sequence that belonged to a column may leave its name to one that does not.
        for (TableDifference table : difference.tables()) {
            first.addAll(new PostgresColumns(table, fills, casts, types).lessNumbering());
        }
        first.addAll(added);
    }

    /** Whether a default asks the sequence; then it can only go after the default. */
    private boolean isAsked(TableName sequence) {
        return before.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(
                        column ->
                                column.defaultValue()
                                        .filter(value -> value.sql().contains(sequence.name()))
                                        .isPresent());
    }

    // Tables -----------------------------------------------------------------------------------

    private void create(Table table, List<Step> creation) {
        creation.add(
                new Step(Comments.of(new Change.AddedTable(table)), PostgresSql.create(table)));
        after.firstRows(table.name()).forEach(sql -> creation.add(new Step("", sql)));
        table.comment().ifPresent(text -> comment("table", table.name(), "", Optional.of(text)));
        for (Column column : table.columns()) {
            if (column.comment().isPresent()) {
                comment("column", table.name(), column.name(), column.comment());
            }
        }
        for (Index index : table.indexes()) {
            keys.add(
                    new Step(
                            Comments.of(new Change.AddedIndex(table.name(), index)),
                            Identifiers.createIndex(index, table.name(), false)));
        }
        table.foreignKeys().forEach(each -> addReference(table.name(), each));
    }

    private void addReference(TableName table, ForeignKey reference) {
        references.add(
                new Step(
                        Comments.of(new Change.AddedForeignKey(table, reference)),
                        PostgresSql.alter(table, "add " + PostgresSql.constraint(reference))));
    }

    private void comment(String kind, TableName table, String column, Optional<String> text) {
        String target =
                PostgresSql.quoted(table)
                        + (column.isEmpty() ? "" : "." + PostgresSql.quoted(column));
        last.add(
                new Step(
                        "Comment on "
                                + kind
                                + " '"
                                + table
                                + (column.isEmpty() ? "" : "." + column)
                                + "'",
                        "comment on "
                                + kind
                                + ' '
                                + target
                                + " is "
                                + text.map(Identifiers::string).orElse("null")));
    }

    /**
     * Tables go after those that refer to them; where two refer to each other, a key goes first.
     */
    private void dropTables() {
        List<Table> left =
                new ArrayList<>(ReferenceOrder.referrersFirst(difference.removed(), before));
        while (!left.isEmpty()) {
            Table next = left.remove(0);
            for (Table other : left) {
                for (ForeignKey each : other.foreignKeys()) {
                    if (each.target().equals(next.name())) {
                        dropReference(other.name(), each, drops);
                    }
                }
            }
            drops.add(
                    new Step(
                            Comments.of(new Change.RemovedTable(next)),
                            "drop table " + PostgresSql.quoted(next.name())));
        }
    }

    /** Names of indexes and keys are the schema's: an old table may hold one that a new wants. */
    private boolean namesCollide() {
        Set<String> old = new LinkedHashSet<>();
        for (Table table : difference.removed()) {
            table.uniques().forEach(key -> old.add(key.name()));
            table.indexes().forEach(index -> old.add(index.name()));
            table.primaryKey().ifPresent(key -> old.add(key.name()));
        }
        return difference.added().stream()
                .anyMatch(
                        table ->
                                table.uniques().stream().anyMatch(k -> old.contains(k.name()))
                                        || table.indexes().stream()
                                                .anyMatch(i -> old.contains(i.name()))
                                        || table.primaryKey()
                                                .filter(k -> old.contains(k.name()))
                                                .isPresent());
    }

    // What goes before the columns change ------------------------------------------------------

    private void dropParts(TableDifference table) {
        TableName name = table.after().name();
        for (ForeignKey each : table.before().foreignKeys()) {
            Optional<Change> removal =
                    table.changes().stream()
                            .filter(
                                    c ->
                                            c instanceof Change.RemovedForeignKey r
                                                    && r.reference().equals(each))
                            .findFirst();
            if (removal.isPresent() || isInTheWay(table, each)) {
                dropReference(name, each, first);
                if (removal.isEmpty()) {
                    String later = laterName(table, each.name());
                    table.after().foreignKeys().stream()
                            .filter(other -> other.name().equals(later))
                            .forEach(other -> addReference(name, other));
                }
            }
        }
        for (Change change : table.changes()) {
            dropPart(name, change);
        }
        for (CheckConstraint check : table.before().checks()) {
            boolean goes =
                    table.changes().stream()
                            .anyMatch(
                                    c ->
                                            c instanceof Change.RemovedCheck r
                                                            && r.check().equals(check)
                                                    || c instanceof Change.ChangedCheck d
                                                            && d.before().equals(check));
            if (!goes && mentionsRetyped(table, check.words())) {
                String later = laterName(table, check.name());
                middle.add(dropConstraint(name, later, "In the way of a changed type."));
                table.after().checks().stream()
                        .filter(other -> other.name().equals(later))
                        .forEach(other -> addCheck(name, other, "As it was before."));
            }
        }
    }

    /** The name of a constraint once it is renamed. */
    private static String laterName(TableDifference table, String constraint) {
        return table.changes().stream()
                .filter(change -> change instanceof Change.RenamedConstraint)
                .map(change -> (Change.RenamedConstraint) change)
                .filter(renamed -> renamed.from().equals(constraint))
                .map(Change.RenamedConstraint::to)
                .findFirst()
                .orElse(constraint);
    }

    /** A table that goes later must not hold on to a key that changes before. */
    private void letGo(Table gone) {
        for (ForeignKey each : gone.foreignKeys()) {
            if (isHeld(each)) {
                dropReference(gone.name(), each, first);
            }
        }
    }

    private void dropReference(TableName table, ForeignKey reference, List<Step> to) {
        if (droppedReferences.add(table + "." + reference.name())) {
            to.add(
                    dropConstraint(
                            table,
                            reference.name(),
                            Comments.of(new Change.RemovedForeignKey(table, reference))));
        }
    }

    private static Step dropConstraint(TableName table, String constraint, String comment) {
        return new Step(
                comment,
                PostgresSql.alter(table, "drop constraint " + PostgresSql.quoted(constraint)));
    }

    private void dropPart(TableName name, Change change) {
        String comment = Comments.of(change);
        if (change instanceof Change.RemovedCheck removed) {
            middle.add(dropConstraint(name, removed.check().name(), comment));
        } else if (change instanceof Change.ChangedCheck changed) {
            middle.add(dropConstraint(name, changed.before().name(), comment));
        } else if (change instanceof Change.RemovedUnique removed) {
            middle.add(dropConstraint(name, removed.key().name(), comment));
        } else if (change instanceof Change.RemovedIndex removed) {
            middle.add(dropIndex(name, removed.index(), comment));
        } else if (change instanceof Change.ChangedIndex changed) {
            middle.add(dropIndex(name, changed.before(), comment));
        } else if (change instanceof Change.ChangedPrimaryKey changed
                && changed.before().isPresent()) {
            middle.add(dropConstraint(name, primaryKeyName(name, changed.before().get()), comment));
        } else if (change instanceof Change.RenamedConstraint renamed
                && !droppedReferences.contains(name + "." + renamed.from())) {
            middle.add(
                    new Step(
                            comment,
                            PostgresSql.alter(
                                    name,
                                    "rename constraint "
                                            + PostgresSql.quoted(renamed.from())
                                            + " to "
                                            + PostgresSql.quoted(renamed.to()))));
        }
    }

    /** The usual name followed its table. */
    private String primaryKeyName(TableName table, Key key) {
        String usual = difference.renames().before(table).name() + "_pkey";
        return key.name().equals(usual) ? table.name() + "_pkey" : key.name();
    }

    private static Step dropIndex(TableName table, Index index, String comment) {
        return new Step(
                comment,
                "drop index " + PostgresSql.quoted(new TableName(table.schema(), index.name())));
    }

    private boolean mentionsRetyped(TableDifference table, Set<String> words) {
        return table.after().columns().stream()
                .filter(column -> words.contains(column.name().toLowerCase(Locale.ROOT)))
                .anyMatch(column -> isRetyped(table, column.name()));
    }

    /** A foreign key must go while a column at one of its ends, or the key over there, changes. */
    private boolean isInTheWay(TableDifference table, ForeignKey reference) {
        return isHeld(reference)
                || reference.columns().stream().anyMatch(column -> isRetyped(table, column));
    }

    /** Whether what it refers to changes. */
    private boolean isHeld(ForeignKey reference) {
        return difference.tables().stream()
                .filter(target -> target.after().name().equals(reference.target()))
                .anyMatch(
                        target ->
                                target.changes().stream().anyMatch(c -> dropsKey(c, reference))
                                        || reference.targetColumns().stream()
                                                .anyMatch(column -> isRetyped(target, column)));
    }

    private static boolean dropsKey(Change change, ForeignKey reference) {
        Set<String> wanted = Set.copyOf(reference.targetColumns());
        return change instanceof Change.ChangedPrimaryKey changed
                        && changed.before()
                                .filter(key -> Set.copyOf(key.columns()).equals(wanted))
                                .isPresent()
                || change instanceof Change.RemovedUnique removed
                        && Set.copyOf(removed.key().columns()).equals(wanted);
    }

    // Columns ----------------------------------------------------------------------------------

    private void changeColumns(TableDifference table) {
        PostgresColumns columns = new PostgresColumns(table, fills, casts, types);
        middle.addAll(columns.steps());
        drops.addAll(columns.drops());
    }

    // What comes after -------------------------------------------------------------------------

    private void addParts(TableDifference table) {
        TableName name = table.after().name();
        bringBackParts(table);
        for (Change change : table.changes()) {
            String comment = Comments.of(change);
            if (change instanceof Change.ChangedPrimaryKey changed) {
                changed.after().ifPresent(key -> addKey(name, key, comment));
            } else if (change instanceof Change.AddedUnique added) {
                addKey(name, added.key(), comment);
            } else if (change instanceof Change.AddedCheck added) {
                addCheck(name, added.check(), comment);
            } else if (change instanceof Change.ChangedCheck changed) {
                addCheck(name, changed.after(), "");
            } else if (change instanceof Change.AddedIndex added) {
                keys.add(new Step(comment, Identifiers.createIndex(added.index(), name, false)));
            } else if (change instanceof Change.ChangedIndex changed) {
                keys.add(new Step("", Identifiers.createIndex(changed.after(), name, false)));
            } else if (change instanceof Change.AddedForeignKey added) {
                addReference(name, added.reference());
            } else if (change instanceof Change.ChangedTableComment changed) {
                comment("table", name, "", changed.after());
            } else if (change instanceof Change.ChangedColumnComment changed) {
                comment("column", name, changed.after().name(), changed.after().comment());
            } else if (change instanceof Change.AddedColumn added
                    && added.column().comment().isPresent()) {
                comment("column", name, added.column().name(), added.column().comment());
            }
        }
    }

    /** With a computed column that went and came back, its indexes, keys and comment went. */
    private void bringBackParts(TableDifference table) {
        TableName name = table.after().name();
        List<String> anew = madeAnew(table);
        if (anew.isEmpty()) {
            return;
        }
        for (Index index : table.after().indexes()) {
            boolean stays = table.before().indexes().contains(index);
            if (stays && anew.stream().anyMatch(each -> index.words().contains(lower(each)))) {
                keys.add(
                        new Step("As it was before.", Identifiers.createIndex(index, name, false)));
            }
        }
        for (Key key : table.after().uniques()) {
            boolean comes =
                    table.changes().stream()
                            .anyMatch(
                                    c -> c instanceof Change.AddedUnique a && a.key().equals(key));
            if (!comes && key.columns().stream().anyMatch(anew::contains)) {
                addKey(name, key, "As it was before.");
            }
        }
        for (Column column : table.after().columns()) {
            boolean said =
                    table.changes().stream()
                            .anyMatch(
                                    c ->
                                            c instanceof Change.ChangedColumnComment comment
                                                    && comment.after().equals(column));
            if (anew.contains(column.name()) && column.comment().isPresent() && !said) {
                comment("column", name, column.name(), column.comment());
            }
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void addKey(TableName table, Key key, String comment) {
        keys.add(new Step(comment, PostgresSql.alter(table, "add " + PostgresSql.constraint(key))));
    }

    private void addCheck(TableName table, CheckConstraint check, String comment) {
        keys.add(
                new Step(
                        comment, PostgresSql.alter(table, "add " + PostgresSql.constraint(check))));
    }
}
