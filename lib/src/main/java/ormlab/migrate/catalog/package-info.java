/** Everything that a database contains, as immutable values. */
@NullMarked
package ormlab.migrate.catalog;

import org.jspecify.annotations.NullMarked;
