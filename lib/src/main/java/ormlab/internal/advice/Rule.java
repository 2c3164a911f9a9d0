package ormlab.internal.advice;

import java.util.List;
import ormlab.trace.Advice;

/** Reads what was noted during a trace, and returns advice of some kinds. */
interface Rule {
    List<Advice> advise(Notes notes);
}
