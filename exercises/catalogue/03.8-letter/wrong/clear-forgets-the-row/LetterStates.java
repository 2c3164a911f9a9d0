package ch03_sessions;

import static ormlab.session.EntityState.DETACHED;
import static ormlab.session.EntityState.MANAGED;
import static ormlab.session.EntityState.REMOVED;
import static ormlab.session.EntityState.TRANSIENT;

import java.util.List;
import ormlab.session.EntityState;

public class LetterStates {
    static List<EntityState> predicted() {
        return List.of(
                TRANSIENT, MANAGED, TRANSIENT, MANAGED, TRANSIENT, DETACHED, MANAGED, REMOVED,
                DETACHED);
    }
}
