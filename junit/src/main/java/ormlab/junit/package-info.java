/**
 * Annotations that limit what a test may send to the database, for any project that uses Hibernate.
 */
@NullMarked
package ormlab.junit;

import org.jspecify.annotations.NullMarked;
