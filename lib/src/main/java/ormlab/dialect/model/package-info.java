/** Completes the mapped model and remembers what error messages need to know about it. */
@NullMarked
package ormlab.dialect.model;

import org.jspecify.annotations.NullMarked;
