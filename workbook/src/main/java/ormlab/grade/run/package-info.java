/** Programs that grade: one for a submission in a separate process, one that grades on save. */
@NullMarked
package ormlab.grade.run;

import org.jspecify.annotations.NullMarked;
