/** What migrations need from a database: read it, compare it, write scripts, try them out. */
@NullMarked
package ormlab.migrate.internal.engine;

import org.jspecify.annotations.NullMarked;
