package ormlab.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import ormlab.testing.CellClasses;
import ormlab.testing.MappedModel;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

class CellClassesIT {
    @TempDir Path folder;

    private static String entity(String name) {
        return """
               @jakarta.persistence.Entity
               @jakarta.persistence.Inheritance
               public static class %s {
                   @jakarta.persistence.Id Integer id = 1;
                   String firstName = "Ada";
                   public %s() {}
               }
               """
                .formatted(name, name);
    }

    @OnSqliteAndPostgres
    void a_class_of_a_cell_is_known_by_its_plain_name(TestDatabase database) throws Exception {
        Class<?> user = CellClasses.compile(folder, 19, entity("User"))[0];
        try (MappedModel model = database.create(user)) {
            Object ada = user.getDeclaredConstructor().newInstance();
            model.write(session -> session.persist(ada));
            assertThat(model.askOne(String.class, "select firstName from User")).isEqualTo("Ada");
            assertThat(model.rows("select first_name from \"user\"")).containsExactly("Ada");
            assertThat(model.metadata().getEntityBindings())
                    .extracting(entity -> entity.getJpaEntityName())
                    .containsExactly("User");
        }
    }

    @OnSqliteAndPostgres
    void two_hundred_tables_are_created(TestDatabase database) {
        String source =
                IntStream.range(0, 200)
                        .mapToObj(i -> entity("Entity" + i))
                        .collect(Collectors.joining("\n"));
        try (MappedModel model = database.map(CellClasses.compile(folder, 1, source))) {
            assertThat(model.createTables()).hasSize(200).contains("entity0", "entity199");
            assertThat(model.createTables()).isEmpty();
        }
    }
}
