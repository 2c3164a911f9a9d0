/** Values that can be looked at: each has a text form, and a richer one for a notebook. */
package ormlab.picture;
