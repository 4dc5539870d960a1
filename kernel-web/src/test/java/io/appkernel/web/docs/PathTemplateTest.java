package io.appkernel.web.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathTemplateTest {
    @Test
    void aPathWithoutParametersIsItself() {
        assertThat(PathTemplate.of("/healthz")).isEqualTo(new PathTemplate("/healthz", Map.of()));
    }

    @Test
    void expressionsAreTakenOutWithTheBracesInThem() {
        PathTemplate template = PathTemplate.of("/a/{id: [0-9]{2,3}}/b/{ name }.json");
        assertThat(template.path()).isEqualTo("/a/{id}/b/{name}.json");
        assertThat(template.patterns()).containsExactly(Map.entry("id", "[0-9]{2,3}"), Map.entry("name", ""));
    }

    @Test
    void anExpressionIsFoundAgainInTheTemplatesThatThePathWasMadeOf() {
        PathTemplate template = PathTemplate.of("/a/{id}/{other}").withPatternsOf(Stream.of("a", "{id: [0-9]+}"));
        assertThat(template.patterns()).containsExactly(Map.entry("id", "[0-9]+"), Map.entry("other", ""));
    }

    @Test
    void aBraceThatIsNeverClosedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.of("/a/{id"))
                .withMessageContaining("/a/{id");
    }
}
