package ormlab.internal.advice;

import java.util.List;
import ormlab.trace.Advice;

/** Turns the notes of a trace into some kinds of advice. */
interface Rule {
    List<Advice> advise(Notes notes);
}
