package ormlab.notebook;

import java.lang.reflect.Method;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/** Finds the line of a cell that a stack frame comes from; JShell compiles more than the cell. */
final class CellLines {
    static final String THE_CELL = "the cell";
    static final String AN_EARLIER_CELL = "its declaration in an earlier cell";

    private static volatile @Nullable JShell shell;
    private static volatile String cell = "";

    private CellLines() {}

    /** Called before a cell runs. */
    static void begin(JShell runs, String source) {
        shell = runs;
        cell = source;
    }

    /** Returns a frame with a line of the cell; the frame itself in a kernel that hides it. */
    static StackTraceElement located(StackTraceElement frame) {
        JShell runs = shell;
        if (runs == null) {
            return frame;
        }
        try {
            Object outers = Fields.get(runs, "outerMap");
            Object wrap = call(outers, "getOuter", String.class, frame.getClassName());
            if (wrap == null) {
                return frame;
            }
            int compiled = frame.getLineNumber() - 1;
            int line = (int) call(wrap, "wrapLineToSnippetLine", int.class, compiled);
            Snippet snippet = (Snippet) call(wrap, "wrapLineToSnippet", int.class, compiled);
            int begins = cell.indexOf(snippet.source().strip());
            int before = begins < 0 ? 0 : (int) cell.substring(0, begins).lines().count();
            boolean opened = begins > 0 && cell.charAt(begins - 1) != '\n';
            return new StackTraceElement(
                    frame.getClassName(),
                    frame.getMethodName(),
                    begins < 0 ? AN_EARLIER_CELL : THE_CELL,
                    line + 1 + before - (opened ? 1 : 0));
        } catch (ReflectiveOperationException | RuntimeException otherKernel) {
            return frame;
        }
    }

    private static Object call(Object owner, String name, Class<?> type, Object value)
            throws ReflectiveOperationException {
        Class<?> declares = owner.getClass();
        while (true) {
            try {
                Method method = declares.getDeclaredMethod(name, type);
                method.setAccessible(true);
                return method.invoke(owner, value);
            } catch (NoSuchMethodException inherited) {
                declares = declares.getSuperclass();
                if (declares == null) {
                    throw inherited;
                }
            }
        }
    }
}
