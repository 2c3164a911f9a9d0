/** Everything that a database contains, as immutable values. */
@NullMarked
package ormlab.migrate.internal.catalog;

import org.jspecify.annotations.NullMarked;
