package ormlab.grade;

/** What the grader says about an exercise or about one task of it. */
public enum Verdict {
    /** Nothing is wrong, but something is still to be written. */
    TO_DO("to do"),
    /** Everything is right. */
    PASSED("passed"),
    /** The answer ran and did something else than the task asks for. */
    FAILED("wrong"),
    /** The compiler refused the answer. */
    DOES_NOT_COMPILE("does not compile"),
    /** The answer did not finish in time. */
    TIMED_OUT("ran out of time"),
    /** The answer ended in an error of its own. */
    CRASHED("crashed"),
    /** The task was not tried, because an earlier one took all the time. */
    NOT_RUN("not run");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * Returns the verdict as a reader sees it.
     *
     * @return one to four words
     */
    public String words() {
        return words;
    }

    /**
     * Returns whether the answer was tried and is not right, which is what makes a build fail.
     *
     * @return true for everything but {@link #PASSED} and {@link #TO_DO}
     */
    public boolean isWrong() {
        return this != PASSED && this != TO_DO;
    }
}
