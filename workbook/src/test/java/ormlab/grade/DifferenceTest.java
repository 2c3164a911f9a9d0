package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final String SOLUTION =
            """
            class Songs {
                /** Returns the titles. */
                static List<String> titles(Database db) {
                    return db.all(Song.class)
                            .map(Song::title)
                            .toList();
                }

                /** Counts the songs. */
                static long count(Database db) {
                    // in the database
                    return db.query(Song.class).count();
                }
            }
            """;

    @Test
    void line_breaks_indentation_and_comments_do_not_count() {
        String answer =
                """
                class Songs
                {
                  static List<String> titles(
                      Database db) {
                    return db.all(Song.class).map(Song::title).toList(); // short
                  }
                  static long count(Database db) { return db.query(Song.class).count(); }
                }
                // TODO Done""";
        assertThat(Difference.of("Songs.java", answer, SOLUTION))
                .isEqualTo(
                        SOLUTION.stripTrailing().indent(2).stripTrailing().replace("  \n", "\n"));
    }

    @Test
    void only_the_method_that_really_differs_is_marked() {
        String answer =
                """
                class Songs {
                    /** My titles. */
                    static List<String> titles(Database db) {
                        return db.all(Song.class).map(Song::title).toList();
                    }

                    static long count(Database db) {
                        // all of them
                        return db.all(Song.class).size();
                    }
                }
                """;
        assertThat(Difference.of("Songs.java", answer, SOLUTION).lines())
                .filteredOn(line -> !line.startsWith(" ") && !line.isEmpty())
                .containsExactly(
                        "-         return db.all(Song.class).size();",
                        "+         return db.query(Song.class).count();");
    }

    @Test
    void a_loop_and_a_lambda_keep_their_lines() {
        String loop =
                """
                for (int i = 0; i < 2; i++) {
                    db.write(session -> {
                        session.persist(new Song("/* no; comment */", ';'));
                    });
                }
                """;
        String answer = loop.replace("i < 2", "i < 3").replace("});", "}, 1);");
        assertThat(Difference.of("Loop.java", answer, loop))
                .isEqualTo(
                        """
                        - for (int i = 0; i < 3; i++) {
                        + for (int i = 0; i < 2; i++) {
                              db.write(session -> {
                                  session.persist(new Song("/* no; comment */", ';'));
                        -     }, 1);
                        +     });
                          }""");
    }

    @Test
    void spaces_in_a_literal_and_in_other_files_are_a_difference() {
        assertThat(Difference.of("A.java", "f(\"a  b\");", "f( \"a b\" );"))
                .isEqualTo("- f(\"a  b\");\n+ f( \"a b\" );");
        assertThat(Difference.of("V1__a.sql", "drop  table a;", "drop table a;"))
                .isEqualTo("- drop  table a;\n+ drop table a;");
        assertThat(Difference.of("V1__a.sql", "a\nb\n", "a\n")).isEqualTo("  a\n- b");
    }
}
