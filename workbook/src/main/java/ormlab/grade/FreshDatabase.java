package ormlab.grade;

/**
 * Returns a grader an empty database for each check: {@code Database.open(FreshDatabase.url())}.
 *
 * <p>It is SQLite in memory, in a notebook, in the build and in an editor, so that the verdict is
 * the same everywhere and nothing needs to be installed. An exercise whose {@code
 * exercise.properties} says {@code databases = sqlite, postgresql} promises more: that each known
 * answer gets the same verdict in the same words on PostgreSQL. The workbook's own checks hold it
 * to that.
 */
public final class FreshDatabase {
    static final String IN_MEMORY = "sqlite://";

    private FreshDatabase() {}

    /**
     * Returns the address of an empty database.
     *
     * @return an address for {@code Database.open}, another database each time
     */
    public static String url() {
        return Thread.currentThread().getContextClassLoader() instanceof AnswerLoader answer
                ? answer.freshDatabase()
                : IN_MEMORY;
    }
}
