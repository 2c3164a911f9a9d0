/** The one family of errors that this library throws, and how a host shows them. */
package ormlab.error;
