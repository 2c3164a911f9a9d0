/** The files of migrations, and the history of their runs in a database, which Flyway keeps. */
package ormlab.migrate.history;
