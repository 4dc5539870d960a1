package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final List<String> COMPLETE = List.of(
            "--server=payara-micro",
            "--distribution=micro.jar",
            "--archive=app.war",
            "--agent=launcher.jar",
            "--root=.",
            "--data=.data",
            "--port=8080",
            "--app=/api/v1/widgets",
            "--jvm-args=-Xmx300m  -Dkey=a=b");

    @Test
    void readsEveryArgument() {
        Options options = parse();

        assertThat(options.server()).isEqualTo(Options.Kind.PAYARA_MICRO);
        assertThat(options.archive()).isEqualTo(Path.of("app.war").toAbsolutePath());
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.jvmArgs()).containsExactly("-Xmx300m", "-Dkey=a=b");
    }

    @Test
    void takesNoJvmArgumentsWhenNoneAreGiven() {
        assertThat(parse("--jvm-args=").jvmArgs()).isEmpty();
    }

    @Test
    void saysWhatAPortMayBe() {
        assertThatThrownBy(() -> parse("--port=eighty")).hasMessageContaining("-Dport=eighty is no port");
        assertThatThrownBy(() -> parse("--port=65536")).hasMessageContaining("1 to 65535");
    }

    @Test
    void namesTheServersItKnows() {
        assertThatThrownBy(() -> parse("--server=tomcat"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("payara-micro, payara-server or wildfly");
    }

    @Test
    void namesTheMissingArgument() {
        assertThatThrownBy(() -> Options.parse("--server=wildfly")).hasMessageContaining("--distribution");
        assertThatThrownBy(() -> parse("archive")).hasMessageContaining("--name=value");
    }

    private static Options parse(String... changes) {
        List<String> arguments = new ArrayList<>(COMPLETE);
        arguments.addAll(List.of(changes));
        return Options.parse(arguments.toArray(String[]::new));
    }
}
