package io.appkernel.oauth;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.users.AccountListener;
import io.appkernel.users.User;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Whoever registers with an address of somebody else keeps no link to the account once its owner has it. */
@Dependent
class LinkWatch implements AccountListener {
    private final AccountTable table;

    @Inject
    LinkWatch(Database database, Db db) {
        this.table = new AccountTable(db, database.dialect());
    }

    @Override
    public void reclaimed(User user) {
        table.deleteAll(user.id());
    }
}
