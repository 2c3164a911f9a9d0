/** The difference between what is in a database and what a model asks for. */
@NullMarked
package ormlab.migrate.compare;

import org.jspecify.annotations.NullMarked;
