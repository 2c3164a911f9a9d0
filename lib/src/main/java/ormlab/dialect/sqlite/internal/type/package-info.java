/** How SQLite stores texts, numbers and times. */
@NullMarked
package ormlab.dialect.sqlite.internal.type;

import org.jspecify.annotations.NullMarked;
