/**
 * Relationships as queries: lists that never load on their own, and plain lists whose owning side
 * is kept in step with them.
 */
@CollectionTypeRegistration(
        classification = CollectionClassification.BAG,
        type = DynamicListType.class)
@NullMarked
package ormlab.relationship;

import org.hibernate.annotations.CollectionTypeRegistration;
import org.hibernate.metamodel.CollectionClassification;
import org.jspecify.annotations.NullMarked;
