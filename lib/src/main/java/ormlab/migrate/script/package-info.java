/** The difference between a database and a model, written as SQL. */
package ormlab.migrate.script;
