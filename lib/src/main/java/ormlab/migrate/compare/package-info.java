/** The difference between what stands in a database and what a model asks for. */
package ormlab.migrate.compare;
