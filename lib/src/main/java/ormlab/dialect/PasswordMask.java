package ormlab.dialect;

import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces passwords with {@code ***} in text that was meant as a database URL. The text may be
 * malformed; when in doubt, too much is replaced.
 */
final class PasswordMask {
    private static final Pattern OPTION =
            Pattern.compile(
                    "(?i)[\\w.-]*(?:pass|pwd|secret|token)[\\w.-]*=((?:[^&;]|[&;](?![\\w.-]+=))+)");
    private static final Pattern SCHEME =
            Pattern.compile("\\s*(?:((?i:jdbc:oracle:\\w+|jdbc:\\w+):)|([\\w+.-]+:))(/*)");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}(?![^/?,])");
    private static final Pattern FILE =
            Pattern.compile("(?is)\\s*(?:(?:jdbc:)?sqlite:|[a-z]:[\\\\/]).*");

    private final String address;
    private final BitSet hidden = new BitSet();

    private PasswordMask(String address) {
        this.address = address;
        Matcher option = OPTION.matcher(address);
        while (option.find()) {
            hidden.set(option.start(1), option.end(1));
        }
    }

    /** Hides only the options that contain a secret. */
    static String ofOptions(String address) {
        return new PasswordMask(address).masked();
    }

    /** Hides a password wherever one may be. */
    static String of(String address) {
        PasswordMask mask = new PasswordMask(address);
        mask.hidePassword();
        return mask.masked();
    }

    private void hidePassword() {
        Matcher scheme = SCHEME.matcher(address);
        boolean named = scheme.lookingAt();
        int start = named ? scheme.end() : 0;
        if (named && scheme.group(1) != null && !isKnown(scheme)) {
            hidden.set(
                    start, address.length()); // Each product has the password in a different place.
            return;
        }
        boolean isUrl = named && !scheme.group(3).isEmpty();
        int colon = address.indexOf(':', afterBrackets(start));
        int at = lastAt();
        if (at >= start) {
            if (!isUrl || !isKnown(scheme)) {
                hidden.set(start, at);
            } else if (colon >= 0 && colon < at) {
                hidden.set(colon + 1, at);
            }
        } else if (FILE.matcher(address).matches()) {
            return;
        } else if (colon >= 0) {
            if (!PORT.matcher(address).region(colon + 1, address.length()).lookingAt()) {
                hidden.set(colon + 1, address.length());
            }
        } else if (named && !isUrl && scheme.group(1) == null) {
            hidden.set(start, address.length());
        }
    }

    private static boolean isKnown(Matcher scheme) {
        String name = scheme.group().strip().toLowerCase(Locale.ROOT);
        return Engines.ALL.stream()
                .anyMatch(
                        engine ->
                                engine.serves(name)
                                        || engine.profile().schemes().stream()
                                                .anyMatch(each -> name.startsWith(each + ":")));
    }

    /** An IPv6 address contains colons. */
    private int afterBrackets(int start) {
        return address.startsWith("[", start)
                ? Math.max(start, address.indexOf(']', start))
                : start;
    }

    private int lastAt() {
        int at = address.lastIndexOf('@');
        while (at >= 0 && hidden.get(at)) {
            at = address.lastIndexOf('@', at - 1);
        }
        return at;
    }

    private String masked() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            if (!hidden.get(i)) {
                text.append(address.charAt(i));
            } else if (i == 0 || !hidden.get(i - 1)) {
                text.append("***");
            }
        }
        return text.toString();
    }
}
