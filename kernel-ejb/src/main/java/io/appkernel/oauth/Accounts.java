package io.appkernel.oauth;

import io.appkernel.auth.AuthSettings;
import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.log.KernelLog;
import io.appkernel.login.LoginSettings;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose account a provider's word opens, and who may add and take away such words. Thread-safe. */
final class Accounts {
    private static final int ATTEMPTS = 5;
    private static final int LONGEST_EMAIL = 320;

    private final AccountTable table;
    private final Db db;
    private final Users users;
    private final AuthSettings settings;
    private final LoginSettings login;
    private final Guards guards;
    private final Set<String> providers;
    private final InstantSource clock;
    private final KernelLog log;

    /** @param providers those by whom somebody can log in now */
    Accounts(
            AccountTable table,
            Db db,
            Users users,
            AuthSettings settings,
            LoginSettings login,
            Guards guards,
            Set<String> providers,
            InstantSource clock,
            KernelLog log) {
        this.table = table;
        this.db = db;
        this.users = users;
        this.settings = settings;
        this.login = login;
        this.guards = guards;
        this.providers = Set.copyOf(providers);
        this.clock = clock;
        this.log = log;
    }

    /** What else stands in front of an account. */
    interface Guards {
        /** Since when codes are asked for at a login, if they are. */
        Optional<Instant> codesSince(User user);

        /** Whether a login of the user has not ended. */
        boolean stands(Flow.Linker linker);
    }

    /** A conflict that stays one, however often it is tried. */
    private static final class Taken extends KernelException {
        private static final long serialVersionUID = 1L;

        Taken(String message) {
            super(ErrorCode.CONFLICT, message);
        }
    }

    /**
     * The account of somebody who logs in; a new one when nobody knows them.
     *
     * @throws KernelException a conflict, when their address is that of an account which is not proven to be theirs, or
     *     the account asks for codes and the provider was linked before it did; forbidden, when the account may not be used or nobody may sign up
     */
    User signIn(Identity identity) {
        for (int attempt = 1; ; attempt++) {
            try {
                return db.inTransaction(() -> known(identity).orElseGet(() -> introduced(identity)));
            } catch (Taken e) {
                throw e;
            } catch (KernelException e) {
                // Somebody else has made the same at the same time: it is there now.
                if (e.code() != ErrorCode.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Whether a user may still log in by this, after a login of theirs has begun; codes may be asked for meanwhile. */
    boolean opens(Identity identity, User user) {
        return table.find(identity.provider(), identity.subject())
                .filter(account -> account.userId().equals(user.id()) && !isOlderThanCodes(account, user))
                .isPresent();
    }

    private Optional<User> known(Identity identity) {
        Optional<OAuthAccount> account = table.find(identity.provider(), identity.subject());
        Optional<User> user = account.flatMap(found -> users.byId(found.userId()));
        user.ifPresent(found -> {
            requireActive(found);
            requireVerified(found.emailVerified(), identity.provider());
            if (isOlderThanCodes(account.orElseThrow(), found)) {
                throw new Taken("This account asks for a code at each login, and "
                        + title(identity.provider())
                        + " was linked to it before it did. Log in with the password and a code, and link it again.");
            }
            table.seen(bounded(identity), clock.millis());
        });
        if (user.isEmpty()) {
            account.ifPresent(table::delete);
        }
        return user;
    }

    /** Who linked it then has shown no code. */
    private boolean isOlderThanCodes(OAuthAccount account, User user) {
        return guards.codesSince(user).filter(account.createdAt()::isBefore).isPresent();
    }

    private User introduced(Identity identity) {
        Optional<String> email = identity.email().filter(any -> identity.emailVerified());
        Optional<User> holder = email.flatMap(users::byEmail);
        User user = holder.isPresent() ? proven(holder.get(), identity, email.orElseThrow()) : made(identity, email);
        insert(identity, user.id());
        log.info(
                holder.isPresent() ? "an account was linked by its address" : "an account was made",
                "provider",
                identity.provider(),
                "user_id",
                user.id());
        return user;
    }

    /**
     * The holder of the address, if both sides have proven that it is theirs and both mean the same letters; and who has
     * a second factor must have shown it once, by linking.
     */
    private User proven(User holder, Identity identity, String email) {
        boolean same = holder.email().equalsIgnoreCase(email) && holder.emailVerified();
        if (!same || guards.codesSince(holder).isPresent() || hasAnother(identity, holder.id())) {
            throw new Taken("An account with this email address exists already. Log in to it, and link "
                    + title(identity.provider()) + " there.");
        }
        requireActive(holder);
        return holder;
    }

    private boolean hasAnother(Identity identity, String userId) {
        return table.of(userId).stream()
                .filter(own -> own.provider().equals(identity.provider()))
                .anyMatch(own -> !own.subject().equals(identity.subject()));
    }

    /** Without an address that is not proven: whoever really has it would find it taken, or share the account. */
    private User made(Identity identity, Optional<String> email) {
        if (email.isEmpty()) {
            requireVerified(false, identity.provider());
        }
        if (!settings.allowSignup()) {
            throw new KernelException(
                    ErrorCode.FORBIDDEN, "Nobody can sign up here by themselves. Ask an administrator for an account.");
        }
        NewUser wanted = NewUser.of(email.orElse("")).withName(identity.name());
        return users.create(email.isPresent() ? wanted.verified() : wanted);
    }

    private OAuthAccount insert(Identity identity, String userId) {
        Identity kept = bounded(identity);
        Instant now = Instant.ofEpochMilli(clock.millis());
        OAuthAccount account =
                new OAuthAccount(kept.provider(), kept.subject(), userId, kept.email(), kept.name(), now, now);
        table.insert(account);
        return account;
    }

    private static Identity bounded(Identity identity) {
        return new Identity(
                identity.provider(),
                identity.subject(),
                identity.email().filter(email -> email.length() <= LONGEST_EMAIL),
                identity.emailVerified(),
                identity.name());
    }

    /**
     * From now on the user may log in by this.
     *
     * @throws KernelException a conflict, when it is somebody else's, or the user has another of this provider;
     *     unauthenticated, when their login has ended
     */
    OAuthAccount link(Identity identity, Flow.Linker linker) {
        for (int attempt = 1; ; attempt++) {
            try {
                return db.inTransaction(() -> linked(identity, linker));
            } catch (Taken e) {
                throw e;
            } catch (KernelException e) {
                if (e.code() != ErrorCode.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private OAuthAccount linked(Identity identity, Flow.Linker linker) {
        String userId = linker.userId();
        User user = users.locked(userId)
                .orElseThrow(() -> new KernelException(ErrorCode.FORBIDDEN, "Your account does not exist any more."));
        requireActive(user);
        if (!guards.stands(linker)) {
            throw new KernelException(
                    ErrorCode.UNAUTHENTICATED,
                    "The login that was to link this account has ended. Log in and begin again.");
        }
        Optional<OAuthAccount> found = table.find(identity.provider(), identity.subject());
        Optional<User> owner = found.flatMap(account -> users.byId(account.userId()));
        if (found.isPresent() && owner.isPresent()) {
            if (!owner.get().id().equals(userId)) {
                throw new Taken("This account at " + title(identity.provider()) + " belongs to somebody else here.");
            }
            if (!isOlderThanCodes(found.get(), user)) {
                return found.get();
            }
        }
        found.ifPresent(table::delete);
        if (hasAnother(identity, userId)) {
            throw new Taken(
                    "Another account at " + title(identity.provider()) + " is linked to yours. Unlink it first.");
        }
        OAuthAccount account = insert(identity, userId);
        log.info("an account was linked by its owner", "provider", identity.provider(), "user_id", userId);
        return account;
    }

    /** By what the user may log in, the newest first. */
    List<OAuthAccount> of(String userId) {
        return table.of(userId);
    }

    /**
     * The user cannot log in by this provider any more.
     *
     * @throws KernelException not found, when they could not; a conflict, when nothing else would be left
     */
    void unlink(String userId, String provider) {
        db.inTransaction(() -> {
            List<OAuthAccount> all = table.locked(userId);
            OAuthAccount account = all.stream()
                    .filter(own -> own.provider().equals(provider))
                    .findFirst()
                    .orElseThrow(() -> new KernelException(
                            ErrorCode.NOT_FOUND, "No account of this provider is linked to yours."));
            boolean password = users.byId(userId).flatMap(User::passwordHash).isPresent();
            boolean another = all.stream()
                    .anyMatch(own -> !own.provider().equals(provider) && providers.contains(own.provider()));
            if (!password && !another) {
                throw new KernelException(
                        ErrorCode.CONFLICT,
                        "This is your last way to log in. Set a password or link another account first.");
            }
            table.delete(account);
        });
        log.info("an account was unlinked", "provider", provider, "user_id", userId);
    }

    private void requireVerified(boolean verified, String provider) {
        if (login.requireVerifiedEmail() && !verified) {
            throw new KernelException(
                    ErrorCode.FORBIDDEN, "Verify your email address first, here or at " + title(provider) + ".");
        }
    }

    private static void requireActive(User user) {
        if (!user.active()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "This account is not active. Ask an administrator.");
        }
    }

    private static String title(String provider) {
        return Provider.title(provider);
    }
}
