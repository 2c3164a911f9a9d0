/** Runs SQL that the caller wrote: binds values and reads rows. */
@NullMarked
package ormlab.internal.sql;

import org.jspecify.annotations.NullMarked;
