/** SQLite and PostgreSQL made alike: types, tables, constraints and the words of errors. */
package ormlab.dialect;
