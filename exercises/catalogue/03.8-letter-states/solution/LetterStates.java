package ch03_sessions;

import static ormlab.session.EntityState.DETACHED;
import static ormlab.session.EntityState.MANAGED;
import static ormlab.session.EntityState.REMOVED;
import static ormlab.session.EntityState.TRANSIENT;

import java.util.List;
import ormlab.session.EntityState;

/**
 * The state depends on two questions: is there a row, and does this session manage the object?
 * clear and rollback detach objects; merge copies the values but does not manage the object that
 * you pass.
 */
public class LetterStates {
    static List<EntityState> predicted() {
        return List.of(
                TRANSIENT, MANAGED, TRANSIENT, MANAGED, DETACHED, DETACHED, MANAGED, REMOVED,
                DETACHED);
    }
}
