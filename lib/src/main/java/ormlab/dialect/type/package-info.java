/** Hibernate types that store values unchanged on every database. */
@NullMarked
package ormlab.dialect.type;

import org.jspecify.annotations.NullMarked;
