package io.appkernel.migrations;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.schema.Plan;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Says what a start would do to the schema, and ends the start. */
final class Rehearsal {
    static final int NOTHING_TO_DO = 0;
    static final int FAILED = 1;
    static final int CHANGES = 2;
    static final int OBSTACLES = 3;

    private Rehearsal() {}

    /** What ends the deployment, whatever the plan. */
    static KernelException refusal(Plan plan) {
        return new KernelException(
                ErrorCode.CONFLICT,
                text(plan)
                        + "\nNothing was changed, for kernel.schema.dry-run=refuse; take the setting away to start.");
    }

    /** Ends the process, whatever the server would say to it. */
    static void exit(Supplier<Plan> planned) {
        int status = FAILED;
        // A server catches what is printed the usual way and may not have written it by then.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            Plan plan = planned.get();
            out.println(text(plan));
            status = status(plan);
        } catch (RuntimeException e) {
            out.println("The database does not tell what a start would do: " + e);
        } finally {
            out.flush();
            Runtime.getRuntime().halt(status);
        }
    }

    static int status(Plan plan) {
        if (!plan.obstacles().isEmpty()) {
            return OBSTACLES;
        }
        return plan.steps().isEmpty() ? NOTHING_TO_DO : CHANGES;
    }

    static String text(Plan plan) {
        StringBuilder text = new StringBuilder(
                switch (status(plan)) {
                    case OBSTACLES -> "Schema: the database cannot follow the classes.";
                    case CHANGES -> "Schema: a start would make " + plan.steps().size() + " changes.";
                    default -> "Schema: there is nothing to do.";
                });
        part(text, "What stands in the way:", plan.obstacles());
        if (!plan.steps().isEmpty()) {
            text.append("\nChanges:");
        }
        for (Plan.Step step : plan.steps()) {
            text.append("\n  ").append(step);
            step.sql()
                    .forEach(sql -> text.append("\n    ")
                            .append(sql.replace("\n", "\n    "))
                            .append(';'));
        }
        part(text, "Kept, though no class knows it any more:", plan.orphans());
        part(text, "Neither a class nor the kernel explains:", plan.unexplained());
        return text.toString();
    }

    private static void part(StringBuilder text, String title, List<?> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title);
            lines.forEach(line -> text.append("\n  ").append(line));
        }
    }
}
