/** Programs that grade: one for a submission in a process of its own, one that grades on save. */
package ormlab.grade.run;
