/** Programs that grade: one for a submission in a process of its own, one that grades on save. */
@NullMarked
package ormlab.grade.run;

import org.jspecify.annotations.NullMarked;
