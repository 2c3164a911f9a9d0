/** PostgreSQL: everything that only this database needs. */
@NullMarked
package ormlab.dialect.postgres;

import org.jspecify.annotations.NullMarked;
