/** Values to look at: each has a text form, and a richer one for a notebook. */
@NullMarked
package ormlab.picture;

import org.jspecify.annotations.NullMarked;
