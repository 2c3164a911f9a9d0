/** Plans the statements of a migration on SQLite. */
@NullMarked
package ormlab.migrate.sqlite.plan;

import org.jspecify.annotations.NullMarked;
