package ormlab.session;

import org.hibernate.TransientPropertyValueException;
import ormlab.error.OrmlabException;

/** Puts what Hibernate says about a flush into the reader's terms. */
final class FlushProblem {
    private FlushProblem() {}

    static RuntimeException explained(RuntimeException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof TransientPropertyValueException reference) {
                return notAdded(reference, failed);
            }
        }
        return failed;
    }

    private static OrmlabException notAdded(
            TransientPropertyValueException reference, RuntimeException failed) {
        String owner = simple(reference.getPropertyOwnerEntityName());
        String target = simple(reference.getTransientEntityName());
        return new OrmlabException(
                owner
                        + "."
                        + reference.getPropertyName()
                        + " refers to a "
                        + target
                        + " that was not added. Add it too: session.add(…), or let "
                        + owner
                        + " bring it along: cascade = CascadeType.PERSIST.",
                failed);
    }

    /** The last part of a class name, also of one from a cell: {@code REPL.$JShell$19$User}. */
    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
