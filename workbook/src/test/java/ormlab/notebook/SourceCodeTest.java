package ormlab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import microblog.Post;
import microblog.Role;
import microblog.User;
import microblog.web.Site;
import org.junit.jupiter.api.Test;
import ormlab.Database;
import ormlab.error.OrmlabException;

class SourceCodeTest {
    @Test
    void shows_a_class_of_the_microblog_without_its_imports() {
        assertThat(Notebook.source(Post.class).text())
                .startsWith("/** A short text that a user published. */\n@Entity\n")
                .contains("private User author;")
                .doesNotContain("import ", "package ")
                .endsWith("}");
    }

    @Test
    void shows_the_server_of_chapter_7() {
        assertThat(Notebook.source(Site.class).text())
                .startsWith("/** The website that a notebook serves")
                .contains("insertHandler(wholeForms())")
                .doesNotContain("import ", "package ");
    }

    @Test
    void code_is_shown_as_java_in_a_notebook() {
        assertThat(Notebook.source(Role.class).markdown())
                .startsWith("```java\n")
                .endsWith("\n```");
    }

    @Test
    void a_compiler_finds_no_source_next_to_the_class() {
        assertThat(User.class.getResource("User.class")).isNotNull();
        assertThat(User.class.getResource("User.java")).isNull();
    }

    @Test
    void an_unknown_class_lists_the_available_ones() {
        assertThatThrownBy(() -> Notebook.source(String.class))
                .isInstanceOf(OrmlabException.class)
                .hasMessage(
                        "The code of String is not part of the workbook's microblog. source(…) takes"
                                + " Role.class, User.class or Post.class, after `import microblog.*;`, and"
                                + " the classes of microblog.web in chapters 7 and 7b. If a cell of yours defines"
                                + " String, its code is in that cell.");
    }

    @Test
    void the_classes_can_be_stored_and_read() {
        try (Database db = Database.open("sqlite://")) {
            db.models(Role.class, User.class, Post.class).createAll();
            var author = new Role("Author");
            var susan = new User("susan", author);
            db.session().addAll(author, susan, new Post("hello", "2026-03-01T09:00:00Z", susan));
            db.session().commit();
            db.session().clear();
            User found = db.query(Role.class).one().getUsers().first().orElseThrow();
            assertThat(found.getPosts().all()).hasToString("[<Post 'hello'>]");
            assertThat(List.of(found, found.getPosts().all().get(0).getAuthor()))
                    .hasToString("[<User 'susan'>, <User 'susan'>]");
        }
    }
}
