package io.appkernel.probe.books;

import io.appkernel.db.Db;
import io.appkernel.probe.ledger.Entries;
import io.appkernel.probe.ledger.Ledger;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** A CDI bean with transactions. */
@ApplicationScoped
@Transactional
public class Clerk {
    @Inject
    Entries entries;

    @Inject
    Db db;

    @EJB
    Ledger ledger;

    public void add(String id) {
        entries.add(id);
    }

    public void addBothAndFail(String id) {
        entries.add(id + "-clerk");
        ledger.add(id + "-ledger");
        throw new IllegalStateException("the clerk changed his mind");
    }

    public void addAnewAndFail(String id) {
        entries.add(id + "-clerk");
        ledger.addAnew(id + "-anew");
        throw new IllegalStateException("the clerk changed his mind");
    }

    public void addAndLose(String id) {
        entries.add(id);
        ledger.abort(entries.session());
    }

    public void addAndSwallow(String id) {
        entries.add(id + "-clerk");
        try {
            db.inTransaction(() -> {
                entries.add(id + "-inner");
                throw new IllegalStateException("inner");
            });
        } catch (IllegalStateException e) {
            // As if nothing had happened.
        }
    }

    /** The clerk's, the ledger's, that of the kernel's facade, and one that must be another. */
    public List<Long> sessions() {
        return List.of(
                entries.session(), ledger.session(), db.inTransaction(() -> entries.session()), ledger.newSession());
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public boolean commitsByItself() {
        return entries.commitsByItself();
    }
}
