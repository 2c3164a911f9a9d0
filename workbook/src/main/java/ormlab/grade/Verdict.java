package ormlab.grade;

/** The grader's result for an exercise or one of its tasks. */
public enum Verdict {
    /** Nothing is wrong, but something still has to be written. */
    TO_DO("to do"),
    /** Everything is right. */
    PASSED("passed"),
    /** The answer ran but did something other than the task requires. */
    FAILED("wrong"),
    /** The answer does not compile. */
    DOES_NOT_COMPILE("does not compile"),
    /** The answer did not finish in time. */
    TIMED_OUT("ran out of time"),
    /** The answer ended with an error. */
    CRASHED("crashed"),
    /** The task did not run, because an earlier one took all the time. */
    NOT_RUN("not run");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * Returns the verdict as readers see it.
     *
     * @return one to four words
     */
    public String words() {
        return words;
    }

    /**
     * Returns whether the answer was tried and is wrong, which makes a build fail.
     *
     * @return true for everything except {@link #PASSED} and {@link #TO_DO}
     */
    public boolean isWrong() {
        return this != PASSED && this != TO_DO;
    }
}
