/** Plans the statements of a migration of SQLite. */
@NullMarked
package ormlab.migrate.sqlite.plan;

import org.jspecify.annotations.NullMarked;
