/** The classes of the microblog that the chapters build, for those that only use them. */
@NullMarked
package microblog;

import org.jspecify.annotations.NullMarked;
