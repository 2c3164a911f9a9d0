/** The way in: {@link ormlab.Database}. */
package ormlab;
