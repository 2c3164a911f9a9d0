/**
 * Grades exercises: the same verdict in the same words in a notebook and in the build.
 *
 * <p>{@link ormlab.grade.Exercises} is the way in; {@link ormlab.grade.Grader} is the one engine
 * behind both places.
 */
@NullMarked
package ormlab.grade;

import org.jspecify.annotations.NullMarked;
