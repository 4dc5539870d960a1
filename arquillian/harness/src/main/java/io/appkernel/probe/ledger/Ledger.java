package io.appkernel.probe.ledger;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** An EJB whose transactions the container makes. */
@Stateless
public class Ledger {
    @Inject
    Entries entries;

    @Resource
    SessionContext context;

    public void add(String id) {
        entries.add(id);
    }

    public void addAndFail(String id) {
        entries.add(id);
        throw new IllegalStateException("the ledger is full");
    }

    public void addAndMark(String id) {
        entries.add(id);
        context.setRollbackOnly();
    }

    public void addAndLose(String id) {
        entries.add(id);
        context.getBusinessObject(Ledger.class).abort(entries.session());
    }

    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public long session() {
        return entries.session();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long newSession() {
        return entries.session();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void addAnew(String id) {
        entries.add(id);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void abort(long session) {
        entries.abort(session);
    }
}
