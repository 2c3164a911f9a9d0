/** The difference between a database and a model. */
@NullMarked
package ormlab.migrate.compare;

import org.jspecify.annotations.NullMarked;
