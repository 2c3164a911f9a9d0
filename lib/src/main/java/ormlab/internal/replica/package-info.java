/** Servers to read from, besides the one that takes the writes. */
@NullMarked
package ormlab.internal.replica;

import org.jspecify.annotations.NullMarked;
