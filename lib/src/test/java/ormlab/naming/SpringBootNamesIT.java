package ormlab.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;
import ormlab.Database;
import ormlab.dialect.ConstraintViolation;
import ormlab.error.OrmlabException;
import ormlab.migrate.Migrations;
import ormlab.testing.OnSqliteAndPostgres;
import ormlab.testing.TestDatabase;

/** Tables created with Spring Boot's settings are adopted with the same classes. */
class SpringBootNamesIT {
    private static final Class<?>[] MODELS = {HTTPServer.class, Account.class, UserGroup.class};

    @TempDir Path home;

    @Entity(name = "HTTPServer")
    static class HTTPServer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        @Column(unique = true)
        String hostName;

        @ManyToOne(fetch = FetchType.LAZY)
        Account adminAccount;
    }

    @Entity(name = "Account")
    @Table(name = "UserAccounts")
    static class Account {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(name = "groupId", nullable = false)
        Integer group;

        @ManyToMany Set<UserGroup> memberGroups = new HashSet<>();
    }

    @Entity(name = "UserGroup")
    static class UserGroup {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String displayName;
    }

    /** Creates the tables as Hibernate does in Spring Boot with {@code ddl-auto=create}. */
    private static void makeTables(TestDatabase kind, String url) {
        var settings =
                new StandardServiceRegistryBuilder()
                        .applySetting(JdbcSettings.JAKARTA_JDBC_URL, jdbc(url))
                        .applySetting(
                                MappingSettings.IMPLICIT_NAMING_STRATEGY,
                                SpringImplicitNamingStrategy.class.getName())
                        .applySetting(
                                MappingSettings.PHYSICAL_NAMING_STRATEGY,
                                PhysicalNamingStrategySnakeCaseImpl.class.getName())
                        .applySetting(SchemaToolingSettings.HBM2DDL_AUTO, "create");
        if (kind == TestDatabase.SQLITE) {
            settings.applySetting(JdbcSettings.DIALECT, "ormlab.dialect.sqlite.SqliteDialect");
        } else {
            settings.applySetting(JdbcSettings.DIALECT, "org.hibernate.dialect.PostgreSQLDialect");
        }
        try (var registry = settings.build()) {
            new MetadataSources(registry)
                    .addAnnotatedClasses(MODELS)
                    .buildMetadata()
                    .buildSessionFactory()
                    .close();
        }
    }

    private static String jdbc(String url) {
        return url.replaceFirst("^sqlite:///", "jdbc:sqlite:");
    }

    @OnSqliteAndPostgres
    void tables_of_spring_boot_are_in_sync(TestDatabase kind) {
        String url = kind.freshUrl();
        makeTables(kind, url);
        try (Database db = Database.open(url).naming(Naming.spring()).models(MODELS)) {
            Migrations migrations = db.migrations(home.resolve("migrations").toString());
            migrations.init();
            assertThat(migrations.check().text()).startsWith("No difference");
            migrations.adopt("initial migration");
            assertThat(db.tables().text())
                    .contains("httpserver", "user_accounts", "group_id", "admin_account_id")
                    .contains("user_accounts_member_groups");
        }
    }

    @OnSqliteAndPostgres
    void an_error_names_the_constraint_of_the_database(TestDatabase kind) {
        String url = kind.freshUrl();
        makeTables(kind, url);
        try (Database db = Database.open(url).naming(Naming.spring()).models(MODELS)) {
            String name = kind == TestDatabase.SQLITE ? "UK" : "httpserver_host_name_key";
            for (int i = 0; i < 2; i++) {
                HTTPServer server = new HTTPServer();
                server.hostName = "one";
                db.session().add(server);
            }
            assertThatThrownBy(() -> db.session().commit())
                    .isInstanceOfSatisfying(
                            ConstraintViolation.class,
                            violation ->
                                    assertThat(violation.getConstraintName()).startsWith(name));
        }
    }

    @Test
    void all_other_names_follow_jakarta_persistence() {
        try (Database db = Database.open("sqlite://").naming(Naming.jakarta()).models(MODELS)) {
            assertThat(db.ddl().text())
                    .contains("HTTPServer", "UserAccounts", "groupId", "adminAccount_id");
        }
    }

    @Test
    void a_naming_that_does_not_exist_is_explained() {
        assertThatThrownBy(() -> Naming.parse("sprnig"))
                .isInstanceOf(OrmlabException.class)
                .hasMessage(
                        "There is no naming 'sprnig'. Did you mean 'spring'? Write snake-case,"
                                + " spring, jakarta, or the classes of an implicit and a physical"
                                + " naming strategy with a comma between them.");
        assertThat(Naming.parse("spring").settings()).isEqualTo(Naming.spring().settings());
        assertThat(Naming.parse("a.B, c.D").settings()).containsValues("a.B", "c.D");
    }
}
