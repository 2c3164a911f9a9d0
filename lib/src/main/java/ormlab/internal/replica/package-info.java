/** Servers to read from, in addition to the one that takes the writes. */
@NullMarked
package ormlab.internal.replica;

import org.jspecify.annotations.NullMarked;
