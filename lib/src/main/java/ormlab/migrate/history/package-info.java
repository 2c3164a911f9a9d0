/** The files of migrations, and the history of their runs, which Flyway keeps in the database. */
@NullMarked
package ormlab.migrate.history;

import org.jspecify.annotations.NullMarked;
