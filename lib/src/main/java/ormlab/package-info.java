/** The library's entry point, {@link ormlab.Database}. */
package ormlab;
