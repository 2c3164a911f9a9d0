/** What a notebook adds: pictures below a cell, and short names for frequent calls. */
package ormlab.notebook;
