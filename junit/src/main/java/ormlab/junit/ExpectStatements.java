package ormlab.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fails a test that sends a different number of statements. A batch counts as one. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StatementChecks.class)
public @interface ExpectStatements {
    /** Returns the number of statements, or -1 for any number. */
    int value() default -1;

    /** Returns the number of statements that only read, or -1 for any number. */
    int selects() default -1;

    /** Returns the number of INSERT statements, or -1 for any number. */
    int inserts() default -1;

    /** Returns the number of UPDATE statements, or -1 for any number. */
    int updates() default -1;

    /** Returns the number of DELETE statements, or -1 for any number. */
    int deletes() default -1;
}
