/** Completes the mapped model and remembers what error messages need to know about it. */
@NullMarked
package ormlab.dialect.internal.model;

import org.jspecify.annotations.NullMarked;
