package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
        "ormlab.config.ConnectionSettings, busyMillis, true",
        "ormlab.config.ConnectionSettings, loadExtension, false",
        "ormlab.dialect.ConnectionOptions, <init>, false",
        "java.util.logging.Logger, warning, true",
        "java.util.logging.Logger, setLevel, false",
    })
    void members_are_allowed_by_class_package_and_name(
            String type, String member, boolean allowed) {
        assertThat(AllowedApi.allows(type, member)).isEqualTo(allowed);
    }

    /** Whatever else the list allows, one of these is enough to leave the answer's own classes. */
    private static final List<String> DANGEROUS =
            """
            java.io.Console java.io.FileDescriptor java.io.FilePermission java.io.ObjectInputFilter
            java.io.ObjectInputStream java.io.ObjectOutputStream java.io.SerializablePermission
            java.lang.ClassLoader java.lang.Class#forName java.lang.Class#getClassLoader
            java.lang.Class#getConstructor java.lang.Class#getDeclaredConstructors java.lang.Class#getDeclaredField
            java.lang.Class#getField java.lang.Class#getMethod java.lang.Class#getModule java.lang.Class#getNestHost
            java.lang.Class#getProtectionDomain java.lang.Class#getRecordComponents java.lang.Class#getResource
            java.lang.Class#getSuperclass java.lang.Class#newInstance java.lang.Module java.lang.ModuleLayer
            java.lang.Process java.lang.ProcessBuilder java.lang.ProcessHandle java.lang.Runtime#addShutdownHook
            java.lang.Runtime#exec java.lang.Runtime#load java.lang.Runtime#loadLibrary java.lang.StackWalker
            java.lang.System#clearProperty java.lang.System#getLogger java.lang.System#getProperties
            java.lang.System#load java.lang.System#loadLibrary java.lang.System#setProperties
            java.lang.System#setProperty java.lang.System#setSecurityManager java.lang.Thread#getAllStackTraces
            java.lang.Thread#getContextClassLoader java.lang.Thread#getThreadGroup
            java.lang.Thread#setContextClassLoader java.lang.Thread#setDefaultUncaughtExceptionHandler
            java.lang.ThreadGroup java.lang.foreign.Linker java.lang.instrument.Instrumentation
            java.lang.invoke.MethodHandle#invoke java.lang.invoke.MethodHandles#lookup
            java.lang.invoke.VarHandle java.lang.management.ManagementFactory java.lang.ref.Cleaner
            java.lang.reflect.Constructor java.lang.reflect.Field java.lang.reflect.Method java.lang.reflect.Proxy
            java.net.ServerSocket java.net.Socket java.net.URL java.net.URLClassLoader
            java.nio.channels.FileChannel java.nio.channels.SocketChannel java.nio.file.LinkPermission
            java.nio.file.spi.FileSystemProvider java.rmi.Naming java.security.AccessController
            java.security.KeyStore java.security.Provider java.security.Security java.sql.DriverManager
            java.sql.SQLPermission java.util.ListResourceBundle java.util.PropertyPermission
            java.util.PropertyResourceBundle java.util.ResourceBundle java.util.ServiceLoader
            java.util.concurrent.ForkJoinWorkerThread java.util.concurrent.atomic.AtomicIntegerFieldUpdater
            java.util.concurrent.atomic.AtomicLongFieldUpdater
            java.util.concurrent.atomic.AtomicReferenceFieldUpdater java.util.jar.JarFile
            java.util.logging.FileHandler java.util.logging.Handler java.util.logging.LogManager
            java.util.logging.Logger#addHandler java.util.logging.Logger#getHandlers
            java.util.logging.Logger#setLevel java.util.logging.Logger#setParent java.util.prefs.Preferences
            java.util.spi.ToolProvider java.util.zip.ZipFile javax.management.MBeanServer
            javax.naming.InitialContext javax.script.ScriptEngineManager javax.sql.rowset.RowSetProvider
            javax.tools.ToolProvider com.sun.management.HotSpotDiagnosticMXBean com.sun.tools.attach.VirtualMachine
            jdk.internal.misc.Unsafe jdk.jfr.Recording jdk.jshell.JShell sun.misc.Signal sun.misc.Unsafe
            jakarta.persistence.Persistence jakarta.persistence.PersistenceConfiguration
            com.zaxxer.hikari.HikariDataSource net.bytebuddy.ByteBuddy org.flywaydb.core.Flyway#configure
            org.hibernate.boot.Metadata org.hibernate.cfg.Configuration org.hibernate.engine.spi.SessionImplementor
            org.hibernate.internal.util.ReflectHelper org.hibernate.property.access.spi.Setter
            org.junit.jupiter.api.extension.ExtendWith org.junit.platform.launcher.Launcher
            org.opentest4j.AssertionFailedError org.sqlite.SQLiteConfig org.sqlite.Function
            ormlab.cli.Main ormlab.config.ConnectionSettings#loadExtension ormlab.dialect.ConnectionOptions
            ormlab.grade.FreshDatabase#IN_MEMORY ormlab.grade.Grader ormlab.grade.Guard ormlab.grade.Mistake
            ormlab.grade.TaskRun ormlab.grade.run.GradeSubmission ormlab.host.Host ormlab.mapping.Mapping
            ormlab.notebook.Notebook\
            """
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();

    @Test
    void nothing_that_leads_out_of_an_answer_is_allowed() {
        assertThat(DANGEROUS)
                .allSatisfy(
                        one -> {
                            String[] parts = one.split("#");
                            String member = parts.length > 1 ? parts[1] : "<init>";
                            assertThat(AllowedApi.allows(parts[0], member)).as(one).isFalse();
                        });
    }

    @Test
    void each_exception_of_the_list_has_its_test() throws IOException {
        String list =
                new String(
                        AllowedApi.class.getResourceAsStream("allowed-api.txt").readAllBytes(),
                        StandardCharsets.UTF_8);
        assertThat(list.lines().filter(line -> line.startsWith("-")))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        line ->
                                assertThat(DANGEROUS)
                                        .contains(line.substring(1).replace(": ", "#")));
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
