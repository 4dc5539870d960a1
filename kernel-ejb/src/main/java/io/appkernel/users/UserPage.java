package io.appkernel.users;

import java.util.List;

/** Some of the accounts that were asked for, the newest first, and how many there are in all. Immutable. */
public record UserPage(List<User> users, long total) {
    public UserPage {
        users = List.copyOf(users);
    }
}
