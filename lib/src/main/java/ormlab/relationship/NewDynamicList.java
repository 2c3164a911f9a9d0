package ormlab.relationship;

/** Is the dynamic list of an object that is not stored yet. */
final class NewDynamicList<E> extends NewList<E> implements DynamicList<E> {}
