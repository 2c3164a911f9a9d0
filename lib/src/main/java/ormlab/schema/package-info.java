/** The tables of a model: as statements, in a database, and as values to look at. */
package ormlab.schema;
