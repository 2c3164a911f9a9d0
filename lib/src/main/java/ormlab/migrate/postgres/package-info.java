/** Migrations on PostgreSQL: reads a database, and tries a model out in a transaction. */
package ormlab.migrate.postgres;
