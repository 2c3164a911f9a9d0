package ormlab.notebook;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.ParsedCellMagic;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;

/**
 * Runs each cell so that it always ends with a reply, whatever happens in it.
 *
 * <p>The kernel only replies if a cell throws nothing worse than an exception, and only if
 * formatting the exception throws nothing. After anything else, its only thread is gone, and the
 * cell runs forever. The kernel has no hook around a cell, but first it replaces the magics in it.
 * So to the kernel, the whole cell is a magic. The cell runs here, and an empty cell is left for
 * the kernel.
 */
final class CellRunner extends MagicTranspiler {
    /** Matches a whole cell that contains anything to run. */
    private static final Pattern CELL = Pattern.compile("(?s)(?=.*?(?<args>\\w))(?<body>.*)");

    private final BaseKernel kernel;
    private final Object magics;
    private final JShell shell;
    private final WaitingNames waiting;
    private boolean running;
    private boolean inspects;

    private CellRunner(BaseKernel kernel, Object magics, JShell shell) {
        this.kernel = kernel;
        this.magics = magics;
        this.shell = shell;
        this.waiting = new WaitingNames(shell);
    }

    /** Makes a kernel run its cells here. */
    static void install(BaseKernel kernel) throws ReflectiveOperationException {
        Object magics = Fields.get(kernel, "magicsResolver");
        JShell shell = (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
        Object everyCell =
                magics.getClass()
                        .getConstructor(String.class, String.class, MagicTranspiler.class)
                        .newInstance("%", "%%", new CellRunner(kernel, magics, shell));
        Fields.set(everyCell, "cellMagicPattern", CELL);
        Fields.set(kernel, "magicsResolver", everyCell);
    }

    @Override
    public String transpileCell(ParsedCellMagic magic) {
        try {
            String cell = (String) Fields.get(magic, "cellBodyAfterMagic");
            if (!running
                    && kernel.getIO().isAttached()
                    && !KernelHost.runsCells(Thread.currentThread())) {
                run(cell);
                return "";
            }
            // Code that a cell, a magic or a start-up script passes to the kernel.
            return (String)
                    magics.getClass().getMethod("resolve", String.class).invoke(magics, cell);
        } catch (ReflectiveOperationException otherKernel) {
            throw new IllegalStateException(otherKernel);
        }
    }

    private void run(String cell) {
        inspect();
        running = true;
        CellLines.begin(shell, cell);
        CellOutput output = new CellOutput();
        try {
            answer(cell);
        } finally {
            output.close();
            running = false;
        }
    }

    private void inspect() {
        if (!inspects) {
            inspects = true;
            try {
                Inspection.install(kernel, shell, page());
            } catch (ReflectiveOperationException otherKernel) {
                // In that case, Shift-Tab shows what the kernel itself shows.
            }
        }
    }

    private void answer(String cell) {
        try {
            Object value = kernel.evalRaw(cell);
            waiting.take().forEach(System.out::println);
            if (value != null) {
                show(value);
            }
        } catch (Throwable thrown) {
            if (ErrorText.isFullMemory(thrown)) {
                emptyVariables();
            }
            waiting.take();
            throw ErrorText.of(thrown, shell);
        }
    }

    /**
     * Clears the cell's variables, which still hold whatever fills the memory that the next cell
     * needs.
     */
    private void emptyVariables() {
        for (DeclarationSnippet declared : waiting.declared()) {
            if (declared instanceof VarSnippet variable) {
                try {
                    String holder = (String) Fields.call(variable, "classFullName");
                    ClassLoader cells = (ClassLoader) Fields.call(kernel, "getClassLoader");
                    Field value = Class.forName(holder, false, cells).getField(variable.name());
                    value.setAccessible(true);
                    value.set(null, null);
                } catch (ReflectiveOperationException | IllegalArgumentException small) {
                    // A primitive value holds no memory.
                }
            }
        }
    }

    private void show(Object value) throws ReflectiveOperationException {
        DisplayData data =
                value instanceof DisplayData ready ? ready : kernel.getRenderer().render(value);
        int count = ((AtomicInteger) Fields.get(kernel, "executionCount")).get() - 1;
        ShellReplyEnvironment page = page();
        CellOutput.sendInOrder(() -> page.publish(new PublishExecuteResult(count, data)));
    }

    private ShellReplyEnvironment page() throws ReflectiveOperationException {
        Object out = Fields.get(kernel.getIO(), "jupyterOut");
        return (ShellReplyEnvironment) Fields.get(out, "env");
    }
}
