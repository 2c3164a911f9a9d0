/** The rules for exercises, and the known answers of each exercise. */
@NullMarked
package ormlab.grade.rules;

import org.jspecify.annotations.NullMarked;
