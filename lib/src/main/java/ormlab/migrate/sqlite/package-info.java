/** Migrations on SQLite: reads a database, and tries a change out in memory. */
package ormlab.migrate.sqlite;
