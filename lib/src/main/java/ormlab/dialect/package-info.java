/**
 * What differs between databases: {@link ormlab.dialect.Engine}, one implementation per database.
 *
 * <p>The package is a layer below {@code config}, {@code identity}, {@code mapping} and {@code
 * migrate}, which all use it. So it depends on none of them: an engine parses a URL into a {@link
 * ormlab.dialect.DatabaseAddress} and opens connections with {@link
 * ormlab.dialect.ConnectionOptions}, from which {@code config} builds what users see. {@code
 * dialect.sqlite} and {@code dialect.postgres} are the engines; {@code model}, {@code ddl}, {@code
 * error} and {@code type} contain what they share.
 */
@NullMarked
package ormlab.dialect;

import org.jspecify.annotations.NullMarked;
