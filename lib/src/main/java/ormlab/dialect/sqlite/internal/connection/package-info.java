/** SQLite's addresses, files, connections and transactions. */
@NullMarked
package ormlab.dialect.sqlite.internal.connection;

import org.jspecify.annotations.NullMarked;
