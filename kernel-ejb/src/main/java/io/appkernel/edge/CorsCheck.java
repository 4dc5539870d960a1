package io.appkernel.edge;

import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.Dependent;
import java.util.List;

@Dependent
class CorsCheck implements EnvCheck {
    @Override
    public List<String> check(KernelSettings settings) {
        CorsSettings cors = settings.get(CorsSettings.class);
        boolean explicit =
                !cors.allowOrigins().isEmpty() && !cors.allowOrigins().contains("*");
        return explicit || !cors.enabled()
                ? List.of()
                : List.of("kernel.cors.allow-origins (CORS_ORIGINS) must list the origins that may call, not *");
    }
}
