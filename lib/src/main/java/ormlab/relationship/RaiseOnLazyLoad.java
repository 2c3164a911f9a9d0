package ormlab.relationship;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a lazy list throw an error instead of loading, so that no statement is sent unnoticed.
 *
 * <p>Put it on the field or getter of a {@code @OneToMany}, {@code @ManyToMany} or
 * {@code @ElementCollection}. To load the list on purpose, fetch it in a query: {@code
 * db.query(Role.class).fetch("users")}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RaiseOnLazyLoad {}
