/** Writes the difference between a database and a model as SQL, once all questions are answered. */
@NullMarked
package ormlab.migrate.script;

import org.jspecify.annotations.NullMarked;
