/** Error messages in the same wording for every database. */
@NullMarked
package ormlab.dialect.internal.error;

import org.jspecify.annotations.NullMarked;
