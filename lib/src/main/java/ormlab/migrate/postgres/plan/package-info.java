/** Plans the statements of a migration on PostgreSQL. */
@NullMarked
package ormlab.migrate.postgres.plan;

import org.jspecify.annotations.NullMarked;
