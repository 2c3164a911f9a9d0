/** Builds Hibernate's SessionFactory from the reader's classes. */
package ormlab.mapping;
