package io.appkernel.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.log.KernelLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    private final Keyring keyring = new Keyring("a secret of more than thirty-two characters");

    @TempDir
    Path directory;

    @Test
    void theSameSecretHasTheSameKeysAndEachPurposeItsOwn() {
        Keyring twin = new Keyring("a secret of more than thirty-two characters");
        assertThat(twin.key("a")).isEqualTo(keyring.key("a")).hasSize(32);
        assertThat(keyring.key("b")).isNotEqualTo(keyring.key("a"));
        assertThat(new Keyring("another").key("a")).isNotEqualTo(keyring.key("a"));
        assertThat(keyring.sign("a", "text")).hasSize(43).isNotEqualTo(keyring.sign("b", "text"));
    }

    @Test
    void whatIsSealedIsOpenedByWhoHasTheSecret() {
        String sealed = keyring.seal("a", "grüße");
        assertThat(keyring.seal("a", "grüße")).isNotEqualTo(sealed);
        assertThat(sealed).doesNotContain("gr");
        assertThat(keyring.open("a", sealed)).isEqualTo("grüße");
    }

    @Test
    void nobodyElseOpensItAndNobodyChangesIt() {
        String sealed = keyring.seal("a", "text");
        assertThatThrownBy(() -> keyring.open("b", sealed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Keyring("another").open("a", sealed)).isInstanceOf(IllegalArgumentException.class);
        String changed = sealed.substring(0, 20) + (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);
        assertThatThrownBy(() -> keyring.open("a", changed)).isInstanceOf(IllegalArgumentException.class);
        for (String other : List.of("", "abc", "not base64!")) {
            assertThatThrownBy(() -> keyring.open("a", other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSecretThatNobodySetIsMadeOnceAndForItsOwnerOnly() throws Exception {
        Path file = directory.resolve("data/token-secret");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try {
            List<Callable<Boolean>> readers = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> seen.add(new KeptSecret(file, KernelLog.to(line -> {})).read()))
                    .collect(Collectors.toList());
            for (var read : threads.invokeAll(readers)) {
                read.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(seen).singleElement().asString().hasSizeGreaterThan(32);
        assertThat(new KeptSecret(file, KernelLog.to(line -> {})).read())
                .isEqualTo(seen.iterator().next());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent().toFile().list()).containsExactly("token-secret");
    }

    @Test
    void anEmptyFileIsNoSecret() throws Exception {
        Path file = Files.createFile(directory.resolve("token-secret"));
        assertThatThrownBy(() -> new KeptSecret(file, KernelLog.to(line -> {})).read())
                .hasMessageContaining("delete it");
    }
}
