/**
 * What a piece of code sent to the database: statements, binds, rows, time, transaction borders.
 */
@NullMarked
package ormlab.trace;

import org.jspecify.annotations.NullMarked;
