package ormlab.migrate.random;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.hibernate.annotations.ColumnDefault;

/** Holds the classes that generated entities share; of some there are two versions. */
public final class GeneratedParts {
    private GeneratedParts() {}

    /** Before. */
    public static final class Old {
        private Old() {}

        /** Has the name that its other version has. */
        public enum Choice {
            NEW,
            OLD
        }
    }

    /** After. */
    public static final class Later {
        private Later() {}

        /** Has the name that its other version has. */
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

    /** An id of two columns, one of them of another type. */
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
