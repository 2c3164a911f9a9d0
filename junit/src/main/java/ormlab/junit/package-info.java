/** Annotations that limit what a test may send to the database, for any project on Hibernate. */
@NullMarked
package ormlab.junit;

import org.jspecify.annotations.NullMarked;
