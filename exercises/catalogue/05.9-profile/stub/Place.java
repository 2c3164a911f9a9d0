package ch05_relationships;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A town in a country. There is nothing to do here. */
@Embeddable
public record Place(@Column(length = 40) String city, @Column(length = 2) String country) {}
