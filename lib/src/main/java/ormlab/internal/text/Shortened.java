package ormlab.internal.text;

/** Shortens a text that may contain emojis, of which half would be an invalid character. */
public final class Shortened {
    private Shortened() {}

    /** Returns the text, or its beginning and an ellipsis, in at most this many characters. */
    public static String to(int longest, String text) {
        return text.length() <= longest ? text : beginning(text, longest - 1) + "…";
    }

    /** Returns at most this many characters from the beginning of a text. */
    public static String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean half = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, half ? longest - 1 : longest);
    }
}
