package io.appkernel.migrations;

import io.appkernel.db.Db;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.schema.Plan;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.schema.Table;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The schema of this deployment: brought up to date once at start, or before that by whoever needs it first. Thread-safe.
 */
@ApplicationScoped
public class Schema {
    /** After the database, before whatever uses tables. */
    private static final int EARLY = Interceptor.Priority.PLATFORM_BEFORE + 50;

    @Inject
    private Migrations migrations;

    @Inject
    @Any
    private Instance<WantedSchema> wanted;

    @Inject
    private Db db;

    @Inject
    private SchemaSettings settings;

    private volatile boolean ready;

    void start(@Observes @Priority(EARLY) KernelStarted event) {
        ready();
    }

    /**
     * Returns when the live schema is the wanted one; the first call makes it so, and the others wait for it. Costs
     * nothing afterwards. A transaction of the caller has no part in it.
     *
     * @throws io.appkernel.errors.KernelException naming what stands in the way; the next call tries again
     */
    public void ready() {
        if (!ready) {
            makeReady();
        }
    }

    private synchronized void makeReady() {
        List<Table> tables = tables();
        if (ready || tables.isEmpty() && settings.dryRun() == SchemaSettings.DryRun.OFF) {
            return;
        }
        if (db.isInTransaction()) {
            onAnotherThread(() -> start(tables));
        } else {
            start(tables);
        }
        ready = true;
    }

    private void start(List<Table> tables) {
        switch (settings.dryRun()) {
            case OFF -> migrations.apply(tables);
            case REFUSE -> throw Rehearsal.refusal(migrations.plan(tables));
            case EXIT -> Rehearsal.exit(() -> migrations.plan(tables));
        }
    }

    /** A transaction is its thread's, and DDL would end it or be rolled back with it. */
    private static void onAnotherThread(Runnable work) {
        try {
            CompletableFuture.runAsync(work, task -> new Thread(task, "kernel-schema").start())
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The tables that the deployment wants. */
    public List<Table> tables() {
        return wanted.stream().flatMap(part -> part.tables().stream()).toList();
    }

    /** What a start would change now, and what the database has that no class explains. */
    public Plan plan() {
        return migrations.plan(tables());
    }

    /** Copies the values of renamed columns again, or only counts them. */
    public List<Backfill> backfill(boolean confirm) {
        return migrations.backfill(tables(), confirm);
    }
}
