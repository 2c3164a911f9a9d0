package ormlab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalCommandsTest {
    @TempDir Path folder;

    @Test
    void a_grade_names_the_commands_of_a_terminal() throws Exception {
        Workbook workbook = new Workbook(folder);
        assertThat(TerminalCommands.in(workbook.grade(Workbook.sum("return 6;")).next()))
                .isEqualTo(
                        "fix exercises/src/main/java/ch01_sums/Sum.java, save it, then run \"python3"
                                + " lab.py grade 01.1\". \"python3 lab.py hint 01.1\" helps.");
        assertThat(TerminalCommands.in(workbook.grade(Workbook.STUB).next()))
                .endsWith("save it, then run \"python3 lab.py grade 01.1\".");
        String right = Workbook.sum("return numbers.length == 0 ? 0 : 5;");
        assertThat(TerminalCommands.in(workbook.grade(right).text()))
                .endsWith(
                        "\"python3 lab.py solution 01.1\" compares your answer with a good solution.");
    }

    @Test
    void a_solution_of_an_unsolved_exercise_needs_an_option() {
        assertThat(TerminalCommands.in("solution(\"04.10\",\n  \"show me\") shows one way."))
                .isEqualTo("\"python3 lab.py solution 04.10 --anyway\" shows one way.");
        assertThat(TerminalCommands.in("see it anyway, write solution(\"04.10\", \"show me\")."))
                .isEqualTo("see it anyway, run \"python3 lab.py solution 04.10 --anyway\".");
    }

    @Test
    void other_calls_stay() {
        String other = "grade(2), hint(\"me\"), upgrade(\"04.10\"), reset(\"04.10\")";
        assertThat(TerminalCommands.in(other)).isEqualTo(other);
    }
}
