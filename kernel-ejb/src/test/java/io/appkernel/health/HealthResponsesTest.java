package io.appkernel.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthResponsesTest {
    @AfterEach
    void leaveNothing() {
        HealthCheckResponse.setResponseProvider(null);
    }

    @Test
    void checksCanAnswerWhereTheServerBringsNoProvider() {
        HealthResponses.installIfNone();

        HealthCheckResponse response = HealthCheckResponse.named("queue")
                .withData("text", "a")
                .withData("number", 2)
                .withData("truth", true)
                .up()
                .build();

        assertThat(response.getName()).isEqualTo("queue");
        assertThat(response.getStatus()).isEqualTo(Status.UP);
        assertThat(response.getData()).contains(Map.of("text", "a", "number", 2L, "truth", true));
    }

    @Test
    void aResponseIsDownUnlessItSaysOtherwise() {
        HealthCheckResponse response = new HealthResponseBuilder().name("a").build();

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData()).isEmpty();
    }

    @Test
    void aResponseNeedsAName() {
        HealthCheckResponseBuilder nameless = new HealthResponseBuilder().up();

        assertThatThrownBy(nameless::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theProviderOfTheServerIsLeftAlone() {
        ServersBuilder theirs = new ServersBuilder();
        HealthCheckResponse.setResponseProvider(() -> theirs);

        HealthResponses.installIfNone();
        HealthResponses.removeIfOurs();

        assertThat(HealthCheckResponse.builder()).isSameAs(theirs);
    }

    @Test
    void ourProviderIsGoneAfterRemoving() {
        HealthResponses.installIfNone();

        HealthResponses.removeIfOurs();

        assertThatThrownBy(HealthCheckResponse::builder).isInstanceOf(IllegalStateException.class);
    }

    private static final class ServersBuilder extends HealthCheckResponseBuilder {
        private final HealthResponseBuilder builder = new HealthResponseBuilder();

        @Override
        public HealthCheckResponseBuilder name(String name) {
            return builder.name(name);
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, String value) {
            return builder.withData(key, value);
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, long value) {
            return builder.withData(key, value);
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, boolean value) {
            return builder.withData(key, value);
        }

        @Override
        public HealthCheckResponseBuilder up() {
            return builder.up();
        }

        @Override
        public HealthCheckResponseBuilder down() {
            return builder.down();
        }

        @Override
        public HealthCheckResponseBuilder status(boolean up) {
            return builder.status(up);
        }

        @Override
        public HealthCheckResponse build() {
            return builder.build();
        }
    }
}
