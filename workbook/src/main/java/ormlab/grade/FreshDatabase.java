package ormlab.grade;

/**
 * Provides a grader with an empty database for each check: {@code
 * Database.open(FreshDatabase.url())}.
 *
 * <p>It is SQLite in memory, whether in a notebook, in the build or in an editor, so the verdict is
 * the same everywhere and nothing needs to be installed. If an exercise's {@code
 * exercise.properties} has {@code databases = sqlite, postgresql}, each known answer must also get
 * the same verdict in the same words on PostgreSQL. The workbook's own tests check this.
 */
public final class FreshDatabase {
    static final String IN_MEMORY = "sqlite://";

    private FreshDatabase() {}

    /** Returns the URL of an empty database, a different one each time. */
    public static String url() {
        return Thread.currentThread().getContextClassLoader() instanceof AnswerLoader answer
                ? answer.freshDatabase()
                : IN_MEMORY;
    }
}
