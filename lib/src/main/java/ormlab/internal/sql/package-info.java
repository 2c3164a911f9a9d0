/** Runs SQL that the caller wrote: binds its values and reads its rows. */
@NullMarked
package ormlab.internal.sql;

import org.jspecify.annotations.NullMarked;
