package ormlab.notebook;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.InspectReply;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import ormlab.Database;
import ormlab.picture.Html;

/** Answers Shift-Tab with a signature and its Javadoc. */
final class Inspection {
    private final BaseKernel kernel;
    private final JShell shell;
    private boolean knowsSources;

    private Inspection(BaseKernel kernel, JShell shell) {
        this.kernel = kernel;
        this.shell = shell;
    }

    /** Replaces the kernel's own reply to an inspection. */
    static void install(BaseKernel kernel, JShell shell, ShellReplyEnvironment page)
            throws ReflectiveOperationException {
        Object channel = Fields.get(page, "shell");
        JupyterConnection connection = (JupyterConnection) Fields.get(channel, "connection");
        connection.setHandler(MessageType.INSPECT_REQUEST, new Inspection(kernel, shell)::handle);
    }

    private void handle(ShellReplyEnvironment page, Message<InspectRequest> message) {
        page.setBusyDeferIdle();
        DisplayData found = null;
        addSources();
        try {
            String code = message.getContent().getCode();
            found = find(code, Math.min(message.getContent().getCursorPos(), code.length() - 1));
        } catch (RuntimeException | LinkageError nothing) {
            // There is nothing to show for this position.
        }
        page.reply(new InspectReply(found != null, DisplayData.emptyIfNull(found)));
    }

    /**
     * Also tries nearby positions: after a name or before its parenthesis, JShell finds nothing.
     */
    private DisplayData find(String code, int cursor) {
        DisplayData found = kernel.inspect(code, cursor, false);
        if (found == null) {
            int end = cursor;
            while (end > 0 && !Character.isJavaIdentifierPart(code.charAt(end))) {
                end--;
            }
            while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
                end++;
            }
            found = kernel.inspect(code.substring(0, end) + "(", end, false);
        }
        if (found == null) {
            return null;
        }
        String text = readable(String.valueOf(found.getData(MIMEType.TEXT_PLAIN)));
        DisplayData shown = new DisplayData(text);
        shown.putHTML("<pre>" + Html.escape(text) + "</pre>");
        return shown;
    }

    /** Returns Javadoc as plain text without tags. */
    static String readable(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain|literal|value)\\s+([^}]*)}", "$1")
                .replaceAll("</?(?:p|pre|ul|ol|li|b|i|em|code|a|dl|dt|dd)(?: [^>]*)?>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Adds source files, because JShell reads Javadoc from sources and only knows the JDK's. */
    private void addSources() {
        if (knowsSources) {
            return;
        }
        knowsSources = true;
        try {
            Object analysis = shell.sourceCodeAnalysis();
            List<Object> sources = new ArrayList<>((List<?>) Fields.call(analysis, "findSources"));
            sources.addAll(ownSources());
            Fields.set(analysis, "availableSources", sources);
        } catch (ReflectiveOperationException | RuntimeException otherJdk) {
            // Signatures are then shown without Javadoc.
        }
    }

    private static List<Path> ownSources() {
        try {
            Path jar =
                    Path.of(
                            Database.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path project = jar.resolve("../../../..").normalize(); // from lib/target/workbook
            return Stream.of("lib", "workbook")
                    .map(module -> project.resolve(module).resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (URISyntaxException elsewhere) {
            return List.of();
        }
    }
}
