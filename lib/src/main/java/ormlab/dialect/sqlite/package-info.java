/** SQLite: everything that only this database needs. */
@NullMarked
package ormlab.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
