package io.appkernel.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputScanTest {
    @TempDir
    Path directory;

    private List<String> scan(String line) throws IOException {
        return OutputScan.scan(Files.writeString(directory.resolve("server.log"), "harmless\n" + line + "\n"));
    }

    @Test
    void everyKindOfSecretIsFoundAndNotRepeated() throws IOException {
        String proof = "a".repeat(43);
        for (String secret : List.of(
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9abc.c2lnbmF0dXJlLg",
                "rt_019e0000-0000-7000-8000-000000000000.4." + proof,
                "sk_live_" + proof,
                "$argon2id$v=19$m=19456",
                Accounts.PASSWORD,
                TokenIT.SECRET)) {
            assertThat(scan("login with " + secret + " failed"))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .contains("server.log:2")
                            .contains("after \"login with \"")
                            .doesNotContain(secret));
        }
    }

    @Test
    void whatOnlySpeaksOfThemIsNoSecret() throws IOException {
        for (String line : List.of(
                "GET /api/v1/api-keys 200 key sk_live_Ab3d",
                "the refresh token rt_ was used twice",
                "Authorization: Bearer ***",
                "eyJ is how a token begins")) {
            assertThat(scan(line)).isEmpty();
        }
    }
}
