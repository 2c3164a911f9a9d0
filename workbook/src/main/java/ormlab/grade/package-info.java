/**
 * Grades exercises, with the same verdict and wording in a notebook and in the build.
 *
 * <p>Start at {@link ormlab.grade.Exercises}; {@link ormlab.grade.Grader} does the work for both.
 */
@NullMarked
package ormlab.grade;

import org.jspecify.annotations.NullMarked;
