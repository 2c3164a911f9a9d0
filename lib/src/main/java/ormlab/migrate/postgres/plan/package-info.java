/** Plans the statements of a migration of PostgreSQL. */
@NullMarked
package ormlab.migrate.postgres.plan;

import org.jspecify.annotations.NullMarked;
