package ormlab.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test that sends the same SELECT several times with different binds, as an N+1 problem
 * does.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StatementChecks.class)
public @interface NoNPlusOne {
    /** Returns the maximum number of times the same SELECT may be sent with different binds. */
    int most() default 2;
}
