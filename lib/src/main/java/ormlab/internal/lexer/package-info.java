/** Splits SQL into tokens, and writes them as HTML. */
@NullMarked
package ormlab.internal.lexer;

import org.jspecify.annotations.NullMarked;
