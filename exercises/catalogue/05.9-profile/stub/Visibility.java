package ch05_relationships;

/** The people who can see a profile. There is nothing to do here. */
public enum Visibility {
    EVERYBODY,
    FOLLOWERS,
    NOBODY
}
