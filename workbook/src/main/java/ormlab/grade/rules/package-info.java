/** What every exercise has to fulfil, and the answers that its author knows. */
@NullMarked
package ormlab.grade.rules;

import org.jspecify.annotations.NullMarked;
