package ormlab.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.metamodel.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import ormlab.Database;
import ormlab.model.Role;
import ormlab.model.User;

class MappingTest {
    /**
     * Defines the models again, as a notebook's cell or a grader does, even though the parent has
     * them.
     */
    private static final class Redefining extends ClassLoader {
        private static final List<String> NAMES =
                List.of(Role.class.getName(), User.class.getName());

        Redefining() {
            super(MappingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || !NAMES.contains(name)) {
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @RepeatedTest(5) // the order of Hibernate's loaders is random
    void the_given_class_is_mapped_instead_of_its_namesake_on_the_class_path() throws Exception {
        ClassLoader loader = new Redefining();
        Class<?> role = loader.loadClass(Role.class.getName());
        Class<?> user = loader.loadClass(User.class.getName());
        try (Database db = Database.open("sqlite://").models(role, user)) {
            assertThat(db.sessionFactory().getMetamodel().getEntities())
                    .<Class<?>>map(EntityType::getJavaType)
                    .containsExactlyInAnyOrder(role, user);
        }
    }
}
