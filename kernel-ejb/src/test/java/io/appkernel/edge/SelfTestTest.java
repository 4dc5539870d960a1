package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private final AtomicLong clock = new AtomicLong();
    private final List<String> called = new ArrayList<>();

    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> null);

    private SelfTest selfTest(int status) {
        return new SelfTest(
                "/app",
                List.of("/api/v1"),
                (asked, path, nonce) -> {
                    called.add(path);
                    if (status == 0) {
                        throw new IOException("refused");
                    }
                    return status;
                },
                clock::get);
    }

    @Test
    void aClosedProbeOpensTheApiAndIsTriedOnce() {
        SelfTest test = selfTest(401);
        assertThat(test.refusal(request)).isNull();
        assertThat(test.refusal(request)).isNull();
        assertThat(called).containsExactly("/app/api/v1/kernel-probe");
    }

    @Test
    void anOpenProbeShutsTheApi() {
        SelfTest test = selfTest(204);
        assertThat(test.refusal(request)).extracting(Problem::status).isEqualTo(503);
        assertThat(test.refusal(request)).extracting(Problem::status).isEqualTo(503);
        assertThat(called).hasSize(1);
    }

    @Test
    void aListenerThatCannotBeCalledIsNotTriedAtEveryRequest() {
        SelfTest test = selfTest(0);
        test.refusal(request);
        test.refusal(request);
        assertThat(called).hasSize(1);
        clock.addAndGet(Duration.ofSeconds(31).toNanos());
        test.refusal(request);
        assertThat(called).hasSize(2);
    }

    @Test
    void nobodyWaitsForATryThatAnotherRequestMakes() {
        List<Problem> meanwhile = new ArrayList<>();
        SelfTest[] test = new SelfTest[1];
        test[0] = new SelfTest(
                "",
                List.of("/api/v1"),
                (asked, path, nonce) -> {
                    meanwhile.add(test[0].refusal(request));
                    return 401;
                },
                clock::get);
        assertThat(test[0].refusal(request)).isNull();
        assertThat(meanwhile).singleElement().extracting(Problem::status).isEqualTo(503);
        assertThat(test[0].refusal(request)).isNull();
    }
}
