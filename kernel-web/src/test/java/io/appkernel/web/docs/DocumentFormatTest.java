package io.appkernel.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentFormatTest {
    @Test
    void jsonIsForEverybodyWhoDoesNotAskForYaml() {
        assertThat(DocumentFormat.of(null, null)).contains(DocumentFormat.JSON);
        assertThat(DocumentFormat.of(null, "*/*")).contains(DocumentFormat.JSON);
        assertThat(DocumentFormat.of(null, "application/json, application/yaml"))
                .contains(DocumentFormat.JSON);
    }

    @Test
    void yamlIsForThoseWhoDo() {
        assertThat(DocumentFormat.of(null, "application/yaml")).contains(DocumentFormat.YAML);
        assertThat(DocumentFormat.of("yaml", "application/json")).contains(DocumentFormat.YAML);
        assertThat(DocumentFormat.of("json", "application/yaml")).contains(DocumentFormat.JSON);
    }

    @Test
    void anotherFormatIsNoFormat() {
        assertThat(DocumentFormat.of("xml", null)).isEmpty();
    }
}
