package io.appkernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "name, name",
        "maxBodySize, max-body-size",
        "jdbcURL, jdbc-url",
        "URLOfX, url-of-x",
        "oauth2Id, oauth2-id"
    })
    void aComponentsNameBecomesKebabCase(String component, String kebab) {
        assertThat(Names.kebab(component)).isEqualTo(kebab);
    }

    @ParameterizedTest
    @CsvSource({"kernel.edge.max-body-size, KERNEL_EDGE_MAX_BODY_SIZE", "A_B, A_B"})
    void aPropertyBecomesAVariable(String property, String variable) {
        assertThat(Names.variable(property)).isEqualTo(variable);
    }
}
