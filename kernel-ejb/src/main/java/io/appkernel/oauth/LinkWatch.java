package io.appkernel.oauth;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.users.AccountListener;
import io.appkernel.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whoever registers with an address of somebody else keeps no link to the account once its owner has it. */
@ApplicationScoped
class LinkWatch implements AccountListener {
    @Inject
    Database database;

    @Inject
    Db db;

    @Override
    public void reclaimed(User user) {
        new AccountTable(db, database.dialect()).deleteAll(user.id());
    }
}
