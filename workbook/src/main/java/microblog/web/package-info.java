/** What the chapters about web pages need around their views: a server, a browser and templates. */
@NullMarked
package microblog.web;

import org.jspecify.annotations.NullMarked;
