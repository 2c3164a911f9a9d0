/** Names for tables, columns, constraints, indexes and entities without an explicit name. */
@NullMarked
package ormlab.naming;

import org.jspecify.annotations.NullMarked;
