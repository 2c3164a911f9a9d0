/** The library's errors, and how a host shows them. */
package ormlab.error;
