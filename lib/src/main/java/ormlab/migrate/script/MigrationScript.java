package ormlab.migrate.script;

/**
 * A migration in plain SQL, up and down, with a comment above each statement.
 *
 * <p>Each text runs in one transaction, on a connection that does not check foreign keys at each
 * row ({@code pragma foreign_keys = off} on SQLite); check them before the commit.
 *
 * @param upgrade turns the database into the model; empty if they agree
 * @param downgrade undoes the upgrade; empty if they agree
 */
public record MigrationScript(String upgrade, String downgrade) {}
