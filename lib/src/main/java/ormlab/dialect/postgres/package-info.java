/** PostgreSQL: Hibernate's dialect for it, its errors, generated ids, addresses and connections. */
@NullMarked
package ormlab.dialect.postgres;

import org.jspecify.annotations.NullMarked;
