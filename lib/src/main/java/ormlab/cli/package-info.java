/** The command line: {@code java -jar ormlab.jar db upgrade}. */
package ormlab.cli;
