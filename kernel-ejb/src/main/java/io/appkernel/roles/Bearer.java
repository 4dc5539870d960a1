package io.appkernel.roles;

import io.appkernel.auth.Caller;
import io.appkernel.auth.Verdict;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who shows a token that was checked: made once, and again whenever what roles allow may have changed. Thread-safe. */
public final class Bearer {
    private final Supplier<Caller> maker;
    private volatile @Nullable Made made;

    /** @param maker asks the roles for what is allowed */
    public Bearer(Supplier<Caller> maker) {
        this.maker = maker;
    }

    private record Made(long rights, Verdict verdict) {}

    public Verdict verdict(Roles roles) {
        long rights = roles.version();
        Made known = made;
        if (known == null || known.rights() != rights) {
            known = new Made(rights, new Verdict.Granted(maker.get()));
            made = known;
        }
        return known.verdict();
    }
}
