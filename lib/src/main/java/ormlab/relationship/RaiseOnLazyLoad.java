package ormlab.relationship;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a lazy list raise an error where it would load by itself, so that no statement is sent
 * unseen.
 *
 * <p>Stands on the field or getter of a {@code @OneToMany}, {@code @ManyToMany} or
 * {@code @ElementCollection}. Load the list on purpose, with the query: {@code
 * db.query(Role.class).fetch("users")}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RaiseOnLazyLoad {}
