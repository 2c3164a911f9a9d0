/** The command line: {@code java -jar ormlab.jar db upgrade}. */
@NullMarked
package ormlab.cli;

import org.jspecify.annotations.NullMarked;
