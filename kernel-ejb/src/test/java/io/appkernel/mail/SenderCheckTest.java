package io.appkernel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.settings.KernelSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SenderCheckTest {
    private static List<String> check(Optional<String> host, Optional<String> from) {
        MailSettings mail =
                new MailSettings(host, 587, Optional.empty(), Optional.empty(), true, from, Optional.empty());
        return new SenderCheck().check(KernelSettings.of(mail));
    }

    @Test
    void aServerNeedsASender() {
        assertThat(check(Optional.of("mail.example"), Optional.empty()))
                .singleElement()
                .asString()
                .contains("EMAIL_FROM");
        assertThat(check(Optional.of("mail.example"), Optional.of("App <app@mail.example>")))
                .isEmpty();
        assertThat(check(Optional.empty(), Optional.empty())).isEmpty();
    }
}
