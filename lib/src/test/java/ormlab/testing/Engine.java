package ormlab.testing;

import java.nio.file.Path;
import java.util.Map;

/** Names the databases on which every test runs. */
public enum Engine {
    SQLITE {
        @Override
        public String jdbcUrl(Path folder) {
            return "jdbc:sqlite:"
                    + folder.resolve("test.sqlite")
                    + "?foreign_keys=true&synchronous=OFF";
        }
    },
    POSTGRES {
        @Override
        public String jdbcUrl(Path folder) {
            return Postgres.freshDatabase();
        }
    };

    /** Gives the address of an empty database; SQLite puts its file into the folder. */
    public abstract String jdbcUrl(Path folder);

    /** Maps the classes onto an empty database and creates their tables. */
    public MappedModel create(Path folder, Class<?>... classes) {
        MappedModel model = map(folder, classes);
        model.createTables();
        return model;
    }

    /** Maps the classes onto an empty database without tables. */
    public MappedModel map(Path folder, Class<?>... classes) {
        return mapWith(Map.of(), folder, classes);
    }

    /** Maps the classes under further settings of Hibernate. */
    public MappedModel mapWith(Map<String, Object> settings, Path folder, Class<?>... classes) {
        return new MappedModel(jdbcUrl(folder), settings, classes);
    }
}
