/** Parses SQL token by token. */
@NullMarked
package ormlab.migrate.internal.sql;

import org.jspecify.annotations.NullMarked;
