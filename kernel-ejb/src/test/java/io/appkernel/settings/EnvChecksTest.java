package io.appkernel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvChecksTest {
    @Settings("kernel.picky")
    record Picky(@Default("1") int size) {
        Picky {
            if (size < 1) {
                throw new IllegalArgumentException("never like this");
            }
        }
    }

    private static NamedCheck named(EnvCheck check) {
        return new NamedCheck("ShopCheck", EnvChecksTest.class.getClassLoader(), () -> check);
    }

    @Test
    void everyFailureOfEveryCheckIsTold() {
        Review review = new Given().review(NodeSettings.class);
        List<String> failed = review.failed(List.of(
                named(settings -> List.of("one", "two")),
                named(settings -> List.of()),
                named(settings -> List.of(settings.name()))));
        assertThat(failed).containsExactly("one", "two", "app");
    }

    @Test
    void aCheckThatThrowsHasFailedUnderItsName() {
        Review review = new Given().review(NodeSettings.class);
        List<String> failed = review.failed(List.of(
                named(settings -> {
                    throw new IllegalStateException("the till is jammed");
                }),
                named(settings -> List.of("another"))));
        assertThat(failed).containsExactly("the check ShopCheck failed: the till is jammed", "another");
    }

    @Test
    void aCheckRunsWithTheLoaderOfItsArchiveAndLeavesTheThreadAsItWas() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader archive = new ClassLoader(before) {};
        List<ClassLoader> seen = new ArrayList<>();
        new NamedCheck("ShopCheck", archive, () -> settings -> {
                    seen.add(Thread.currentThread().getContextClassLoader());
                    return List.of();
                })
                .run(KernelSettings.of());
        assertThat(seen).containsExactly(archive);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void aCheckOfARefusedRecordAddsNothingToItsReport() {
        Review review = new Given().file("kernel.picky.size", "0").review(NodeSettings.class, Picky.class);
        assertThat(review.failed(List.of(named(settings -> List.of("" + settings.get(Picky.class))))))
                .isEmpty();
        assertThat(review.problems()).hasSize(1);
    }

    @Test
    void noCheckSpeaksWhileTheEnvironmentItselfIsMisspelt() {
        Review review = new Given().file("ENV", "deev").review(NodeSettings.class);
        assertThat(review.failed(List.of(named(settings -> List.of("not for dev")))))
                .isEmpty();
    }

    @Test
    void aFailureAboutTheDefaultOfARefusedValueIsLeftOut() {
        Review review = new Given().file("kernel.data-dir", "\0").review(NodeSettings.class);
        assertThat(review.problems()).hasSize(1);
        assertThat(review.failed(List.of(named(settings -> List.of("kernel.data-dir (DATA_DIR) must not be .data")))))
                .isEmpty();
    }
}
