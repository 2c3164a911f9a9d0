/** How the library behaves inside a program that runs its user's code line by line. */
@NullMarked
package ormlab.host;

import org.jspecify.annotations.NullMarked;
