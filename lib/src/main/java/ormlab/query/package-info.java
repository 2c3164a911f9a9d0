/** Immutable queries, based on Hibernate's query specifications. */
@NullMarked
package ormlab.query;

import org.jspecify.annotations.NullMarked;
