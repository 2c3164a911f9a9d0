package ormlab.grade;

import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/**
 * The settings that the whole Java process shares: system properties, locale and time zone. An
 * answer may change them; they are restored once no answer is running. Several answers may run at
 * once.
 */
final class ProcessSettings {
    private static int running;
    private static Properties properties = new Properties();
    private static Locale locale = Locale.ROOT;
    private static TimeZone zone = TimeZone.getDefault();

    private ProcessSettings() {}

    /** Saves the settings before an answer runs. */
    static void keep() {
        synchronized (ProcessSettings.class) {
            if (running++ == 0) {
                properties = (Properties) System.getProperties().clone();
                locale = Locale.getDefault();
                zone = TimeZone.getDefault();
            }
        }
    }

    /** Restores the settings, unless another answer is still running. */
    static void putBack() {
        synchronized (ProcessSettings.class) {
            if (--running == 0) {
                System.setProperties(properties);
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }
}
