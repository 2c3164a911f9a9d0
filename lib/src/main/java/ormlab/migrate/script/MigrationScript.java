package ormlab.migrate.script;

/**
 * A migration in plain SQL, up and down, with a comment above each statement.
 *
 * <p>Each text runs in one transaction, on a connection that does not check foreign keys at each
 * row ({@code pragma foreign_keys = off} on SQLite); check them before the commit.
 *
 * @param upgrade leads from the database that was found to the model; empty when they agree
 * @param downgrade leads back; empty when they agree
 */
public record MigrationScript(String upgrade, String downgrade) {}
