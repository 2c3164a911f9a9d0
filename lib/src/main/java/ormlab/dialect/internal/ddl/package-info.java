/** Readable CREATE TABLE statements with named constraints. */
@NullMarked
package ormlab.dialect.internal.ddl;

import org.jspecify.annotations.NullMarked;
