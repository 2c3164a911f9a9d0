/** Builds Hibernate's SessionFactory from model classes. */
@NullMarked
package ormlab.mapping;

import org.jspecify.annotations.NullMarked;
