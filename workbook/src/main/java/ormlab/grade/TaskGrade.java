package ormlab.grade;

/**
 * Is the verdict on one task of an exercise.
 *
 * @param sentence the task as a sentence
 * @param verdict the verdict
 * @param message why it is not passed; empty when there is nothing to say
 */
public record TaskGrade(String sentence, Verdict verdict, String message) {}
