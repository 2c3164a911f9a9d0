package ormlab.notebook;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import ormlab.picture.Picture;

/**
 * Teaches a kernel to show values.
 *
 * <p>JJava is derived from IJava, and both have the same classes in different packages. This finds
 * the classes by name, so the same code serves both.
 */
final class KernelDisplay {
    private static final AtomicBoolean IJAVA_KNOWS = new AtomicBoolean();

    private KernelDisplay() {}

    /** Teaches the IJava kernel of this process; does nothing if called again. */
    static void ofIjava() {
        if (!IJAVA_KNOWS.compareAndSet(false, true)) {
            return;
        }
        try {
            Class<?> access = Class.forName("io.github.spencerpark.ijava.runtime.Kernel");
            Object kernel = access.getMethod("getKernelInstance").invoke(null);
            Object renderer = kernel.getClass().getMethod("getRenderer").invoke(kernel);
            teach(renderer);
            Notebook.showOn(value -> display(kernel, renderer, value));
        } catch (ReflectiveOperationException otherKernel) {
            // Values are shown as text.
        }
    }

    private static void display(Object kernel, Object renderer, Object value) {
        try {
            Object data =
                    renderer.getClass().getMethod("render", Object.class).invoke(renderer, value);
            kernel.getClass().getMethod("display", data.getClass()).invoke(kernel, data);
        } catch (ReflectiveOperationException otherKernel) {
            System.out.println(value);
        }
    }

    /** Registers how to show pictures, and how much to show of any other value. */
    static void teach(Object renderer) throws ReflectiveOperationException {
        register(renderer, Picture.class, "text/html", "text/markdown");
        register(renderer, CharSequence.class, "text/plain");
        register(renderer, Object.class, "text/plain");
    }

    private static void register(Object renderer, Class<?> type, String... forms)
            throws ReflectiveOperationException {
        Object registration =
                renderer.getClass()
                        .getMethod("createRegistration", Class.class)
                        .invoke(renderer, type);
        registration
                .getClass()
                .getMethod("preferring", String[].class)
                .invoke(registration, (Object) forms);
        Method register =
                Arrays.stream(registration.getClass().getMethods())
                        .filter(method -> method.getName().equals("register"))
                        .findFirst()
                        .orElseThrow();
        Class<?> function = register.getParameterTypes()[0];
        register.invoke(
                registration,
                Proxy.newProxyInstance(
                        function.getClassLoader(),
                        new Class<?>[] {function},
                        (proxy, method, values) -> {
                            // A lazy object loads its row now, on a thread that runs no cells.
                            KernelHost.render(true);
                            try {
                                show(values[0], values[1]);
                            } finally {
                                KernelHost.render(false);
                            }
                            return null;
                        }));
    }

    /** Sends a diagram only as Markdown, because JupyterLab prefers HTML and would ignore it. */
    private static void show(Object value, Object context) throws ReflectiveOperationException {
        Object data = context.getClass().getMethod("getOutputContainer").invoke(context);
        put(data, "putText", ShownText.of(value));
        if (value instanceof Picture picture) {
            if (picture.markdown().isEmpty()) {
                put(data, "putHTML", picture.html());
            } else {
                put(data, "putMarkdown", picture.markdown());
            }
        }
    }

    /** Adds one form of a value; if it is too large, the page shows the text instead. */
    private static void put(Object data, String form, String content)
            throws ReflectiveOperationException {
        if (content.length() <= ShownText.MOST_OF_A_FORM) {
            data.getClass().getMethod(form, String.class).invoke(data, content);
        }
    }
}
