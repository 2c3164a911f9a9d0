/**
 * Assigns new objects their ids in blocks, so that Hibernate can insert them in batches even though
 * the database numbers the rows.
 */
@NullMarked
package ormlab.internal.identity;

import org.jspecify.annotations.NullMarked;
