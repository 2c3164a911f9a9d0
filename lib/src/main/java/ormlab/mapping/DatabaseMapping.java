package ormlab.mapping;

import java.util.Collection;
import java.util.Map;
import org.hibernate.boot.MetadataBuilder;
import ormlab.config.DatabaseUrl;

/** What differs between databases when classes are mapped. */
final class DatabaseMapping {
    private DatabaseMapping() {}

    static Map<String, Object> settings(DatabaseUrl.Kind kind) {
        return Map.of();
    }

    static void names(MetadataBuilder builder, Collection<Class<?>> models) {}
}
