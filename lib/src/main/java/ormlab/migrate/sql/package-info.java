/** Reads SQL statements piece by piece. */
package ormlab.migrate.sql;
