/** Where the database is, and the connections to it. */
package ormlab.config;
