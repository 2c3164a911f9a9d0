package ormlab.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs a test on a SQLite file, on SQLite in memory, and on PostgreSQL. Its first parameter is the
 * {@link TestDatabase}.
 */
@ParameterizedTest
@EnumSource
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnEveryDatabase {}
