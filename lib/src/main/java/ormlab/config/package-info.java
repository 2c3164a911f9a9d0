/** Where the database is, and the connections to it. */
@NullMarked
package ormlab.config;

import org.jspecify.annotations.NullMarked;
