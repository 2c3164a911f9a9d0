/**
 * Advice on traces: notes of what Hibernate did while a trace records, and rules that read them.
 *
 * <p>Without a trace, taking a note returns at once. To add a kind of advice, add it to {@link
 * ormlab.trace.Advice.Kind} and write a {@link ormlab.internal.advice.Rule}.
 */
@NullMarked
package ormlab.internal.advice;

import org.jspecify.annotations.NullMarked;
