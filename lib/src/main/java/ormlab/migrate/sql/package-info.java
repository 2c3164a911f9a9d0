/** SQL text, read token by token. */
@NullMarked
package ormlab.migrate.sql;

import org.jspecify.annotations.NullMarked;
