package io.appkernel.probe.books;

import io.appkernel.db.Db;
import io.appkernel.probe.ledger.Entries;
import io.appkernel.probe.ledger.Ledger;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Each route does some work in transactions and tells what stayed of it. */
@Path("books")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class BooksResource {
    private static final String NOTHING = "nothing";

    @Inject
    Entries entries;

    @Inject
    Clerk clerk;

    @Inject
    Db db;

    @EJB
    Ledger ledger;

    /** What stayed, and what the caller was told. */
    public record Outcome(int rows, String thrown) {}

    @FunctionalInterface
    private interface Work {
        void run(String id) throws Exception;
    }

    @GET
    @Path("work/{name}")
    public Outcome work(@PathParam("name") String name) {
        entries.makeTable();
        return outcome(
                switch (name) {
                    case "clerk" -> clerk::add;
                    case "ledger" -> ledger::add;
                    case "db" ->
                        id -> db.inTransaction(() -> {
                            clerk.add(id + "-clerk");
                            ledger.add(id + "-ledger");
                        });
                    case "plain" -> entries::add;
                    case "clerk-fails" -> clerk::addBothAndFail;
                    case "ledger-fails" -> ledger::addAndFail;
                    case "ledger-marks" -> ledger::addAndMark;
                    case "db-fails" -> this::failChecked;
                    case "swallowed" -> clerk::addAndSwallow;
                    case "anew" -> clerk::addAnewAndFail;
                    case "clerk-loses" -> clerk::addAndLose;
                    case "ledger-loses" -> ledger::addAndLose;
                    case "db-loses" ->
                        id -> db.inTransaction(() -> {
                            entries.add(id);
                            ledger.abort(entries.session());
                        });
                    default -> throw new NotFoundException();
                });
    }

    private void failChecked(String id) throws IOException {
        db.inTransaction(() -> {
            clerk.add(id + "-clerk");
            ledger.add(id + "-ledger");
            throw new IOException("the disk is full");
        });
    }

    private Outcome outcome(Work work) {
        String id = UUID.randomUUID().toString();
        String thrown = NOTHING;
        try {
            work.run(id);
        } catch (Exception e) {
            thrown = e.getClass().getSimpleName();
        }
        return new Outcome(entries.count(id), thrown);
    }

    @GET
    @Path("sessions")
    public List<Long> sessions() {
        return clerk.sessions();
    }

    @GET
    @Path("autocommit")
    public List<Boolean> autocommit() {
        return List.of(entries.commitsByItself(), clerk.commitsByItself());
    }

    /** The same row twice. */
    @GET
    @Path("conflict/{way}")
    public void conflict(@PathParam("way") String way) throws SQLException {
        entries.makeTable();
        String id = UUID.randomUUID().toString();
        Runnable twice = () -> {
            entries.add(id);
            entries.add(id);
        };
        if (way.equals("db")) {
            db.inTransaction(twice::run);
        } else if (way.equals("plain")) {
            entries.addPlainly(id);
            entries.addPlainly(id);
        } else {
            clerk.add(id);
            clerk.add(id);
        }
    }

    /** The database hangs up before the row is there. */
    @GET
    @Path("broken")
    public void broken() throws SQLException {
        entries.makeTable();
        entries.addOnBroken(UUID.randomUUID().toString());
    }
}
