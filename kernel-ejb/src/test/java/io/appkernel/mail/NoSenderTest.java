package io.appkernel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.log.KernelLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoSenderTest {
    private static final Mail MAIL = Mail.of("ada@example.com", "Hello", "the way in");

    private final List<String> lines = new ArrayList<>();

    @Test
    void outsideProdMailIsReadInTheLog() {
        Mailer mailer = new Mailer(new NoSender(false, KernelLog.to(lines::add)));

        mailer.send(MAIL);

        assertThat(mailer.isConfigured()).isFalse();
        assertThat(String.join("\n", lines)).contains("ada@example.com", "Hello", "the way in");
    }

    @Test
    void inProdItIsRefusedAndItsContentStaysWhereItIs() {
        Mailer mailer = new Mailer(new NoSender(true, KernelLog.to(lines::add)));

        assertThatThrownBy(() -> mailer.send(MAIL)).isInstanceOfSatisfying(KernelException.class, thrown -> {
            assertThat(thrown.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(thrown.getMessage()).contains("MailSender").doesNotContain("the way in");
        });
        assertThat(lines).isEmpty();
        assertThat(MAIL.toString()).doesNotContain("the way in");
    }
}
