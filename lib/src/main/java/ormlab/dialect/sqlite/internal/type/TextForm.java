package ormlab.dialect.sqlite.internal.type;

import java.io.Serializable;

/**
 * How a column stores dates and times.
 *
 * @param jdbcTypeCode the type that Hibernate asked for
 * @param naturalClass the Java class that fits the type best
 * @param readsEpochMillis whether a whole number is read as milliseconds since 1970
 */
record TextForm(int jdbcTypeCode, Class<?> naturalClass, boolean readsEpochMillis)
        implements Serializable {
    TextForm(int jdbcTypeCode, Class<?> naturalClass) {
        this(jdbcTypeCode, naturalClass, false);
    }
}
