package io.appkernel.users;

import io.appkernel.entities.Field;
import io.appkernel.entities.KernelEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the kernel's own accounts. The keys are what names are compared by; the others are as they were given. */
@Entity
@Table(name = "kernel_users")
public class KernelUser extends KernelEntity {
    @Column(length = Identifiers.LONGEST_USERNAME)
    @Nullable String username;

    @Column(length = Identifiers.LONGEST_USERNAME)
    @Field(unique = true)
    @Nullable String usernameKey;

    @Column(length = Identifiers.LONGEST_EMAIL)
    @Nullable String email;

    @Column(length = Identifiers.LONGEST_EMAIL)
    @Field(unique = true)
    @Nullable String emailKey;

    @Nullable String name;

    @Column(length = 64, nullable = false)
    @Field(index = true)
    String role = User.ROLE;

    @Column(nullable = false)
    boolean active = true;

    @Column(nullable = false)
    boolean emailVerified;

    @Nullable String passwordHash;

    static KernelUser of(NewUser wanted) {
        KernelUser row = new KernelUser();
        row.username = wanted.username().orElse(null);
        row.usernameKey = wanted.username().map(Identifiers::usernameKey).orElse(null);
        row.email = wanted.email().isEmpty() ? null : wanted.email();
        row.emailKey = wanted.email().isEmpty() ? null : Identifiers.emailKey(wanted.email());
        row.name = wanted.name().orElse(null);
        row.role = wanted.role();
        row.emailVerified = wanted.emailVerified();
        row.passwordHash = wanted.passwordHash().orElse(null);
        return row;
    }

    User toUser() {
        return new User(
                Objects.requireNonNull(getId()),
                Optional.ofNullable(username),
                email == null ? "" : email,
                Optional.ofNullable(name),
                role,
                active,
                emailVerified,
                Optional.ofNullable(passwordHash),
                Objects.requireNonNullElse(getCreatedAt(), Instant.EPOCH));
    }

    /** Only whose it is: an entity's fields get into logs easily. */
    @Override
    public String toString() {
        return "KernelUser[" + getId() + "]";
    }
}
