package io.appkernel.seeds;

/**
 * Rows that the application needs from its first start: a CDI bean of the app that implements this is enough. Seeds run
 * at every start, after the migrations and before the application serves, on one instance at a time and each in a
 * transaction of its own. So write them to be repeated: save with {@code matchBy}, and make nothing that is there.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class Plans implements Seed {
 *     @Inject EntityStore<Plan> plans;
 *
 *     public void seed() {
 *         plans.save(Map.of("slug", "pro", "price", 1999), "slug");
 *     }
 * }
 * }</pre>
 */
public interface Seed {
    /** Makes what is missing. Whatever it throws stops the start and undoes this seed. */
    void seed() throws Exception;

    /** Seeds with a smaller number run earlier; equal ones in the order of their class names. */
    default int order() {
        return 100;
    }
}
