package io.appkernel.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "changePassword, Change password",
        "list, List",
        "ApiKeys, Api keys",
        "listTOTPCodes, List totp codes",
        "put_it, Put it"
    })
    void aNameInCodeBecomesASentence(String name, String sentence) {
        assertThat(Words.sentence(name)).isEqualTo(sentence);
    }
}
