/** The files of migrations, and the history of their runs in a database, which Flyway keeps. */
@NullMarked
package ormlab.migrate.history;

import org.jspecify.annotations.NullMarked;
