package ormlab.error;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.HibernateException;

/**
 * Removes the prefix that JShell adds to the name of a user's class: {@code REPL.$JShell$19$User}
 * is {@code User} to the user. This is needed in {@code ormlab shell} as well as in notebooks,
 * whose kernels run JShell.
 */
public final class SnippetNames {
    private static final Pattern SNIPPET = Pattern.compile("REPL\\.\\$JShell\\$\\w+[$.]");

    private SnippetNames() {}

    /** Returns text with plain class names; null for null. */
    public static String plain(String text) {
        return text == null ? null : SNIPPET.matcher(text).replaceAll("");
    }

    /**
     * Returns an error whose message has plain class names, of the same class if possible, so that
     * {@code catch} finds it. The original error is its cause. Returns the original itself if its
     * message names no class of a cell.
     */
    public static RuntimeException plain(RuntimeException error) {
        String words = plain(error.getMessage());
        if (words == null || words.equals(error.getMessage())) {
            return error;
        }
        if (error instanceof jakarta.persistence.OptimisticLockException lock) {
            return new jakarta.persistence.OptimisticLockException(words, error, lock.getEntity());
        }
        for (Class<?> type = error.getClass();
                type != RuntimeException.class && type != HibernateException.class;
                type = type.getSuperclass()) {
            RuntimeException again = make(type, words, error);
            if (again != null) {
                return again;
            }
        }
        return new OrmlabException(words, error);
    }

    private static RuntimeException make(Class<?> type, String words, RuntimeException cause) {
        for (Class<?> second : List.of(Throwable.class, Exception.class, RuntimeException.class)) {
            try {
                return (RuntimeException)
                        type.getConstructor(String.class, second).newInstance(words, cause);
            } catch (ReflectiveOperationException | IllegalArgumentException next) {
                // Another constructor may work.
            }
        }
        try {
            Constructor<?> plain = type.getConstructor(String.class);
            RuntimeException again = (RuntimeException) plain.newInstance(words);
            // Some constructors add to the message.
            return words.equals(again.getMessage())
                    ? (RuntimeException) again.initCause(cause)
                    : null;
        } catch (ReflectiveOperationException | IllegalStateException none) {
            return null;
        }
    }
}
