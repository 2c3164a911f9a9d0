/** Queries as values, on Hibernate's query specifications. */
package ormlab.query;
