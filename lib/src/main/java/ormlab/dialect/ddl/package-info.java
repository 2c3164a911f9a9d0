/** Readable CREATE TABLE statements with named constraints. */
@NullMarked
package ormlab.dialect.ddl;

import org.jspecify.annotations.NullMarked;
