/** Parses SQL into the parts of a schema. */
@NullMarked
package ormlab.migrate.internal.sql;

import org.jspecify.annotations.NullMarked;
