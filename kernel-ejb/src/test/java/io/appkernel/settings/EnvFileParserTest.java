package io.appkernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileParserTest {
    private static EnvFileParser parsed(String text) {
        EnvFileParser parser = new EnvFileParser(text);
        parser.parse();
        return parser;
    }

    @Test
    void readsNamesValuesCommentsAndExport() {
        EnvFileParser parser = parsed("""
                \uFEFF# a comment

                A=1
                  B = two words\t
                export C=3 # three
                D=
                E=#nothing
                F=pa#ss=wo'rd
                kernel.auth.mode=local
                A=again
                """);
        assertThat(parser.problems()).isEmpty();
        assertThat(parser.values())
                .containsOnly(
                        java.util.Map.entry("A", "again"),
                        java.util.Map.entry("B", "two words"),
                        java.util.Map.entry("C", "3"),
                        java.util.Map.entry("D", ""),
                        java.util.Map.entry("E", ""),
                        java.util.Map.entry("F", "pa#ss=wo'rd"),
                        java.util.Map.entry("kernel.auth.mode", "local"));
    }

    @Test
    void readsQuotedValuesOverSeveralLines() {
        EnvFileParser parser = parsed(
                "A=' a # \\n \"x\" '  # c\r\nB=\" b # \\n\\t\\\"\\\\\\$ \\d 'x' \"\r\nKEY=\"-----BEGIN\nabc=\n-----END\"\nC=c\n");
        assertThat(parser.problems()).isEmpty();
        assertThat(parser.values())
                .containsEntry("A", " a # \\n \"x\" ")
                .containsEntry("B", " b # \n\t\"\\$ \\d 'x' ")
                .containsEntry("KEY", "-----BEGIN\nabc=\n-----END")
                .containsEntry("C", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter 2=x", "2hunter=x", "=hunter2", "export hunter2", "{\"hunter\":2}"})
    void aMalformedLineIsReportedByItsNumberAndNeverShown(String line) {
        EnvFileParser parser = parsed("A=1\n" + line + "\nB=2");
        assertThat(parser.problems()).containsExactly("line 2 is not of the form NAME=value");
        assertThat(parser.values()).containsOnlyKeys("A", "B");
    }

    @Test
    void aQuoteThatIsNotClosedCostsItsOwnLineOnly() {
        EnvFileParser parser = parsed("A='hunter2\nB=2");
        assertThat(parser.problems()).containsExactly("line 1 opens a quote that nothing closes");
        assertThat(parser.values()).containsOnlyKeys("B");
    }

    @Test
    void textAfterTheClosingQuoteIsReported() {
        EnvFileParser parser = parsed("A=\"hunter\"2\nB=2");
        assertThat(parser.problems())
                .singleElement()
                .asString()
                .startsWith("line 1 goes on after its closing quote")
                .doesNotContain("hunter");
        assertThat(parser.values()).containsOnlyKeys("B");
    }
}
