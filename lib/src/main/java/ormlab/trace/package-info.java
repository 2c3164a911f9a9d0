/**
 * What a piece of code sent to the database: statements, binds, rows, time, transaction borders.
 */
package ormlab.trace;
