/** What stands in a database: tables, keys, indexes, triggers and views, read as plain values. */
package ormlab.migrate.engine;
