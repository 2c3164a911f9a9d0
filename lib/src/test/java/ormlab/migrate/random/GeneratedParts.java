package ormlab.migrate.random;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.hibernate.annotations.ColumnDefault;

/** Classes that generated entities share; some have two versions. */
public final class GeneratedParts {
    private GeneratedParts() {}

    /** The earlier versions. */
    public static final class Old {
        private Old() {}

        /** Has the same name as its other version. */
        public enum Choice {
            NEW,
            OLD
        }
    }

    /** The later versions. */
    public static final class Later {
        private Later() {}

        /** Has the same name as its other version. */
        public enum Choice {
            GONE,
            NEW,
            OLD
        }
    }

    /** An embeddable. */
    @Embeddable
    public static class Place {
        @Column(length = 50)
        public String street;

        @Column(nullable = false)
        public Integer zip;
    }

    /** The same embeddable in a later version. */
    @Embeddable
    public static class WiderPlace {
        @Column(length = 80)
        public String street;

        public Long zip;

        @Column(nullable = false)
        @ColumnDefault("'Ulm'")
        public String city;
    }

    /** An id of two columns. */
    public static class Pair implements Serializable {
        private static final long serialVersionUID = 1L;
        public Integer id;
        public Integer part;

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** An id of two columns, one of which has another type. */
    public static class WidePair implements Serializable {
        private static final long serialVersionUID = 1L;
        public Long id;
        public Integer part;

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
