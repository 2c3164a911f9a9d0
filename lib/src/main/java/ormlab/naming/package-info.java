/** Names for tables, columns, constraints, indexes and entities that nobody spelled out. */
@NullMarked
package ormlab.naming;

import org.jspecify.annotations.NullMarked;
