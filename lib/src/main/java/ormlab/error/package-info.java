/** The one family of errors that this library throws, and what shortens them in a notebook. */
package ormlab.error;
