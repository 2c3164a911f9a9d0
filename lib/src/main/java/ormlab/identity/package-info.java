/**
 * Gives new objects their ids in blocks, so that Hibernate can insert them in batches although the
 * database numbers the rows.
 */
package ormlab.identity;
