package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Colours in a grade")
class ColoursTest {
    /**
     * The minimum contrast for text of this size in the Web Content Accessibility Guidelines (level
     * AA).
     */
    private static final double LEAST_CONTRAST = 4.5;

    private static final Pattern PAIR =
            Pattern.compile("style=\"color: #(\\w{6}); background-color: #(\\w{6})");

    @ParameterizedTest
    @EnumSource(Verdict.class)
    @DisplayName(
            "A verdict brings its own background, and is read on a light page and on a dark one")
    void verdicts_are_readable_on_every_page(Verdict verdict) {
        assertThat(contrasts(GradeHtml.coloured(verdict, "words")))
                .hasSize(1)
                .allSatisfy(contrast -> assertThat(contrast).isGreaterThan(LEAST_CONTRAST));
    }

    @Test
    @DisplayName("The lines of a solution do, too")
    void differences_are_readable_on_every_page() {
        assertThat(contrasts(new Solution("heading", " same\n-mine\n+theirs").html()))
                .hasSize(2)
                .allSatisfy(contrast -> assertThat(contrast).isGreaterThan(LEAST_CONTRAST));
    }

    private static List<Double> contrasts(String html) {
        List<Double> found = new ArrayList<>();
        Matcher pair = PAIR.matcher(html);
        while (pair.find()) {
            double one = luminance(pair.group(1));
            double other = luminance(pair.group(2));
            found.add((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
        }
        assertThat(html.split("color:", -1).length - 1)
                .as("a colour has its own background: " + html)
                .isEqualTo(2 * found.size());
        return found;
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum +=
                    weights[i]
                            * (part <= 0.04045
                                    ? part / 12.92
                                    : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
