/**
 * Migrations: files of plain SQL that upgrade a database from one version of the models to the
 * next.
 */
@NullMarked
package ormlab.migrate;

import org.jspecify.annotations.NullMarked;
