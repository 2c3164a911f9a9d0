/**
 * What differs between databases: {@link ormlab.dialect.Engine}, one implementation per database.
 *
 * <p>The package is a layer below {@code config}, {@code identity}, {@code mapping} and {@code
 * migrate}, which all use it. So it knows none of them: an engine understands an address as a
 * {@link ormlab.dialect.DatabaseAddress} and opens connections under {@link
 * ormlab.dialect.ConnectionOptions}, from which {@code config} builds what users see. {@code
 * dialect.sqlite} and {@code dialect.postgres} are the engines; {@code model}, {@code ddl}, {@code
 * error} and {@code type} hold what they share.
 */
@NullMarked
package ormlab.dialect;

import org.jspecify.annotations.NullMarked;
