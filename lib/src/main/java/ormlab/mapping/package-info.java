/** Builds Hibernate's SessionFactory from the reader's classes. */
@NullMarked
package ormlab.mapping;

import org.jspecify.annotations.NullMarked;
