/** Hibernate's Session with the verbs add, addAll, delete, commit and rollback. */
package ormlab.session;
