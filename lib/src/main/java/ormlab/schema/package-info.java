/** The tables of a model: as statements, as a database that has them, and as values to look at. */
package ormlab.schema;
