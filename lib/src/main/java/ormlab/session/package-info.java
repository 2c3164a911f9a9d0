/** Hibernate's Session with the verbs add, addAll, delete, commit and rollback. */
@NullMarked
package ormlab.session;

import org.jspecify.annotations.NullMarked;
