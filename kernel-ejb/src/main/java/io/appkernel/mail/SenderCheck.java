package io.appkernel.mail;

import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.Dependent;
import java.util.List;

@Dependent
class SenderCheck implements EnvCheck {
    @Override
    public List<String> check(KernelSettings settings) {
        MailSettings mail = settings.get(MailSettings.class);
        return mail.host().isEmpty() || mail.from().isPresent()
                ? List.of()
                : List.of("kernel.mail.from (EMAIL_FROM) must be set, because kernel.mail.host (SMTP_HOST) is");
    }
}
