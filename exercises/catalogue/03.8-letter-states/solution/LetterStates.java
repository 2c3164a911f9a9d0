package ch03_sessions;

import static ormlab.session.EntityState.DETACHED;
import static ormlab.session.EntityState.MANAGED;
import static ormlab.session.EntityState.REMOVED;
import static ormlab.session.EntityState.TRANSIENT;

import java.util.List;
import ormlab.session.EntityState;

/**
 * Why so: the state follows from two questions, whether there is a row and whether this session
 * looks after the object. clear and rollback end the care; merge takes the values but not the
 * object.
 */
public class LetterStates {
    static List<EntityState> predicted() {
        return List.of(
                TRANSIENT, MANAGED, TRANSIENT, MANAGED, DETACHED, DETACHED, MANAGED, REMOVED,
                DETACHED);
    }
}
