package ch09_out_of_the_notebook;

/** Carries a piece away and can't be called back. You don't need to change this interface. */
public interface Courier {
    void leave(String article);
}
