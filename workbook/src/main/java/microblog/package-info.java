/** The classes of the microblog that some chapters build, for the chapters that only use them. */
@NullMarked
package microblog;

import org.jspecify.annotations.NullMarked;
