/** Knows whether code runs in a cell of a Java notebook. */
package ormlab.kernel;
