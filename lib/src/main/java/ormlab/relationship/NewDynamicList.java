package ormlab.relationship;

/** The dynamic list of an object that is not stored yet. */
final class NewDynamicList<E> extends NewList<E> implements DynamicList<E> {}
