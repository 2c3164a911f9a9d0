/**
 * Assigns new objects their ids in blocks, so that Hibernate can insert them in batches even though
 * the database generates ids.
 */
@NullMarked
package ormlab.internal.identity;

import org.jspecify.annotations.NullMarked;
