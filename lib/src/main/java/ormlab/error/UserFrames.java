package ormlab.error;

import java.util.Set;
import ormlab.host.Host;

/** Distinguishes the user's stack frames from the library's, and locates them. */
public final class UserFrames {
    private static final String ROOT = "ormlab.";

    /** The library's packages. The workbook's microblog counts as user code. */
    private static final Set<String> LIBRARY =
            Set.of(
                    "cli",
                    "config",
                    "dialect",
                    "error",
                    "host",
                    "internal",
                    "mapping",
                    "migrate",
                    "naming",
                    "picture",
                    "query",
                    "relationship",
                    "schema",
                    "session",
                    "trace",
                    "notebook",
                    "junit");

    private UserFrames() {}

    /** Returns whether a class belongs to the library. */
    public static boolean isLibraryClass(String type) {
        if (!type.startsWith(ROOT)) {
            return false;
        }
        String rest = type.substring(ROOT.length());
        int dot = rest.indexOf('.');
        if (dot < 0) {
            return rest.matches("(?:Database|DirectSql|RegisteredModels)\\b.*");
        }
        return LIBRARY.contains(rest.substring(0, dot));
    }

    /** Returns a frame with the file and the line that the user sees. */
    public static StackTraceElement located(StackTraceElement frame) {
        return Host.current().map(host -> host.located(frame)).orElse(frame);
    }
}
