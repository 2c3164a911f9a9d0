package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the list of allowed classes and members means. */
class AllowedApiTest {
    @ParameterizedTest
    @CsvSource({
        "java.util.Map$Entry, getKey, true",
        "java.util.ServiceLoader$Provider, get, false",
        "java.lang.Thread, start, true",
        "java.lang.Thread, toString, true",
        "java.lang.Thread, getAllStackTraces, false",
        "java.lang.Thread$Builder$OfVirtual, unstarted, true",
        "java.lang.Exception, printStackTrace, true",
        "java.lang.Process, destroy, false",
        "java.lang.invoke.MethodHandles$Lookup, findStatic, false",
        "ormlab.query.Page, items, true",
        "ormlab.grade.Mistake, when, false",
        "ormlab.dialect.internal.ddl.Any, any, false",
        "ch01_sums.SumTest, two, false",
        "NoPackage, any, false",
    })
    void members_are_allowed_by_class_package_and_name(
            String type, String member, boolean allowed) {
        assertThat(AllowedApi.allows(type, member)).isEqualTo(allowed);
    }

    @Test
    void a_class_may_be_named_although_none_of_its_members_may_be_used() {
        assertThat(AllowedApi.allows("java.lang.invoke.MethodHandle")).isTrue();
        assertThat(AllowedApi.allows("java.lang.invoke.MethodHandle", "invoke")).isFalse();
        assertThat(AllowedApi.allows("java.lang.reflect.Method")).isFalse();
    }

    /** Otherwise the members that it inherits could be used under its own name. */
    @Test
    void no_public_class_of_an_allowed_package_inherits_members_that_are_not_allowed()
            throws IOException {
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (String module : List.of("java.base", "java.sql", "java.logging", "java.net.http")) {
            Path root = jdk.getPath("modules", module);
            try (Stream<Path> files = Files.walk(root)) {
                List<String> names =
                        files.map(file -> root.relativize(file).toString())
                                .filter(file -> file.endsWith(".class"))
                                .map(file -> file.replace(".class", "").replace('/', '.'))
                                .filter(AllowedApi::allows)
                                .toList();
                assertThat(names).isNotEmpty().allSatisfy(AllowedApiTest::inheritsOnlyAllowed);
            }
        }
    }

    private static void inheritsOnlyAllowed(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, false, ClassLoader.getPlatformClassLoader());
        if (!Modifier.isPublic(type.getModifiers()) || !AllowedApi.allows(name, "any member")) {
            return;
        }
        for (Class<?> at = type.getSuperclass(); at != null; at = at.getSuperclass()) {
            if (Modifier.isPublic(at.getModifiers())) {
                assertThat(AllowedApi.allows(at.getName(), "any member")).as(at.getName()).isTrue();
            }
        }
    }
}
