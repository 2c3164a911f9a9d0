/** Migrations on SQLite. */
@NullMarked
package ormlab.migrate.sqlite;

import org.jspecify.annotations.NullMarked;
