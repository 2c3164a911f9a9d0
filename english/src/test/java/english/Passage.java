package english;

/** A paragraph, a heading, a table cell or a message, and where it is. */
record Passage(String place, String text) {
    /** Takes the place of code and of values, so that the sentence around them stays whole. */
    static final String CODE = "Dummy0";
}
