package ormlab.tested.spring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;
import ormlab.junit.ExpectStatements;
import ormlab.junit.NoNPlusOne;
import ormlab.junit.NoTableScan;
import ormlab.tested.SampleRun;

/**
 * The annotations in tests of Spring Boot, whose DataSource and EntityManagerFactory are its own.
 */
class SpringBootChecksIT {
    private static final String SCAN = "Table novel is read from start to end.";
    private static final String LOOP = "One SELECT was sent 4 times with different binds";

    @SpringBootApplication
    @EnableJpaRepositories(considerNestedRepositories = true)
    static class Library {}

    @Entity(name = "Author")
    static class Author {
        @Id int id;

        String name;
    }

    @Entity(name = "Novel")
    static class Novel {
        @Id int id;

        @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.ALL)
        Author author;

        String title;

        protected Novel() {}

        Novel(int id) {
            this.id = id;
            author = new Author();
            author.id = id;
        }
    }

    interface Novels extends JpaRepository<Novel, Integer> {
        List<Novel> findByTitle(String title);
    }

    @TestPropertySource(
            properties = {
                "spring.datasource.url=jdbc:sqlite:target/spring-boot-checks.sqlite",
                "spring.jpa.properties.hibernate.dialect=org.hibernate.community.dialect.SQLiteDialect",
                "spring.jpa.hibernate.ddl-auto=create",
                "spring.main.banner-mode=off"
            })
    abstract static class Settings {
        @Autowired Novels novels;

        @BeforeEach
        void fill() {
            if (novels.count() == 0) {
                novels.saveAllAndFlush(IntStream.rangeClosed(1, 4).mapToObj(Novel::new).toList());
            }
        }
    }

    /** Tests of a whole application. */
    @SpringBootTest(classes = Library.class)
    static class WholeApplication extends Settings {
        @Test
        @ExpectStatements(selects = 1)
        void one_statement() {
            novels.findAll();
        }

        @Test
        @ExpectStatements(2)
        void too_few() {
            novels.findAll();
        }

        @Test
        @NoNPlusOne
        @Transactional
        void each_author() {
            novels.findAll().forEach(novel -> org.hibernate.Hibernate.initialize(novel.author));
        }

        @Test
        @NoTableScan
        void by_title() {
            novels.findByTitle("x");
        }

        @Test
        @NoTableScan
        void by_id() {
            novels.findById(1);
        }
    }

    /** Tests of the persistence layer, each in a transaction that begins before the test. */
    @DataJpaTest(showSql = false)
    @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
    @ContextConfiguration(classes = Library.class)
    static class PersistenceSlice extends Settings {
        @Test
        @ExpectStatements(inserts = 2, selects = 2)
        void flushed() {
            novels.saveAndFlush(new Novel(5));
        }

        @Test
        @ExpectStatements(inserts = 0)
        void not_flushed() {
            novels.save(new Novel(5));
        }

        @Test
        @NoTableScan
        void by_title() {
            novels.findByTitle("x");
        }
    }

    @Test
    void a_test_of_the_application_is_checked() {
        assertThat(run("one_statement")).isEqualTo("passed");
        assertThat(run("by_id")).isEqualTo("passed");
        assertThat(run("too_few"))
                .startsWith("Expected 2 statements, but 1 was sent:\nselect ")
                .contains("-- from SpringBootChecksIT.java:");
        assertThat(run("each_author")).startsWith(LOOP);
        assertThat(run("by_title")).startsWith(SCAN);
    }

    @Test
    void a_slice_is_checked_in_a_transaction_that_began_before_the_test() {
        assertThat(slice("flushed")).isEqualTo("passed");
        assertThat(slice("not_flushed")).isEqualTo("passed");
        assertThat(slice("by_title")).startsWith(SCAN);
    }

    private static String run(String method) {
        return SampleRun.outcome(WholeApplication.class, method);
    }

    private static String slice(String method) {
        return SampleRun.outcome(PersistenceSlice.class, method);
    }
}
