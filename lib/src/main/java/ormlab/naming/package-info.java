/** Names for tables, columns, constraints, indexes and entities that nobody spelled out. */
package ormlab.naming;
