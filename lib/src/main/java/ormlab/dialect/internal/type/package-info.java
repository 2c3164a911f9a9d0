/** Hibernate types that store values unchanged on every database. */
@NullMarked
package ormlab.dialect.internal.type;

import org.jspecify.annotations.NullMarked;
