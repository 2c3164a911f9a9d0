package ormlab.relationship;

/** The write-only list of an object that is not stored yet. */
final class NewWriteOnlyList<E> extends NewList<E> implements WriteOnlyList<E> {}
