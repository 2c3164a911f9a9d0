/** SQLite: Hibernate's dialect for it, its errors and its generated ids. */
@NullMarked
package ormlab.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
