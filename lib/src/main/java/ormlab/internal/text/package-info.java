/** Shortens texts. */
@NullMarked
package ormlab.internal.text;

import org.jspecify.annotations.NullMarked;
