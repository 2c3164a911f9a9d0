/** Migrations on PostgreSQL. */
@NullMarked
package ormlab.migrate.postgres;

import org.jspecify.annotations.NullMarked;
