package ormlab.advice;

import java.util.List;
import java.util.function.Consumer;
import ormlab.Database;
import ormlab.trace.Advice;
import ormlab.trace.Detail;

/**
 * A seeded defect and its clean twin, which is the defect after the recommended fix.
 *
 * @param fix the fix that the advice must recommend
 * @param details what the trace records in addition
 */
record Defect(
        Advice.Kind kind,
        String name,
        String fix,
        Code defect,
        Code fixed,
        Consumer<Database> rows,
        List<Detail> details) {
    /** Code and the models it runs with. */
    record Code(Class<?>[] models, Consumer<Database> code) {}

    /** Seeds a defect in the blog, whose fix changes the code. */
    static Defect of(
            Advice.Kind kind,
            String name,
            Consumer<Database> defect,
            String fix,
            Consumer<Database> fixed) {
        return of(kind, name, Blog.MODELS, defect, fix, Blog.MODELS, fixed, Blog::fill);
    }

    /** Seeds a defect whose fix may change the models. */
    static Defect of(
            Advice.Kind kind,
            String name,
            Class<?>[] models,
            Consumer<Database> defect,
            String fix,
            Class<?>[] fixedModels,
            Consumer<Database> fixed,
            Consumer<Database> rows,
            Detail... details) {
        return new Defect(
                kind,
                name,
                fix,
                new Code(models, defect),
                new Code(fixedModels, fixed),
                rows,
                List.of(details));
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
