/** What a notebook adds: pictures below a cell, and short names for what is typed often. */
package ormlab.notebook;
