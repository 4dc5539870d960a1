package io.appkernel.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question to a store, built word by word: {@code store.query().where("price").atLeast(5).orderBy("name").list()}.
 * Conditions are joined by and. Used by one thread; asked as often as wanted.
 */
public final class EntityQuery<T> {
    private final EntityStore<T> store;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private String order = "";
    private int limit = Integer.MAX_VALUE;
    private int offset;
    private boolean includeDeleted;

    EntityQuery(EntityStore<T> store) {
        this.store = store;
    }

    /** Starts a condition on the field, named as in the class or as its column. */
    public Comparison where(String field) {
        return new Comparison(store.model()
                .attribute(field)
                .orElseThrow(() -> Condition.unknown(field, store.model()))
                .name());
    }

    /** Adds a condition as text, with a {@code ?} for each value. */
    public EntityQuery<T> matching(String condition, @Nullable Object... parameters) {
        return matching(condition, java.util.Arrays.asList(parameters));
    }

    /** Adds a condition as text; a list gives the values of each {@code ?}, see {@link #matching(String, Map)}. */
    public EntityQuery<T> matching(String condition, List<? extends @Nullable Object> parameters) {
        if (!condition.isBlank()) {
            conditions.add(Parameters.spread(condition, parameters, values));
        }
        return this;
    }

    /** Adds a condition as text, with a {@code :name} for each value. */
    public EntityQuery<T> matching(String condition, Map<String, ? extends @Nullable Object> parameters) {
        if (!condition.isBlank()) {
            conditions.add(Parameters.spread(condition, parameters, values));
        }
        return this;
    }

    /** {@code "name, price desc"}; the newest first when nothing is said. The id decides between equals. */
    public EntityQuery<T> orderBy(String fields) {
        order = fields;
        return this;
    }

    public EntityQuery<T> limit(int most) {
        limit = most;
        return this;
    }

    public EntityQuery<T> offset(int skipped) {
        offset = skipped;
        return this;
    }

    /** Softly deleted rows, too. */
    public EntityQuery<T> includeDeleted() {
        return includeDeleted(true);
    }

    public EntityQuery<T> includeDeleted(boolean include) {
        includeDeleted = include;
        return this;
    }

    public List<T> list() {
        return store.list(question());
    }

    public Optional<T> first() {
        return limit(1).list().stream().findFirst();
    }

    /** How many there are, whatever limit and offset. */
    public long count() {
        return store.count(question());
    }

    private Question question() {
        return new Question(List.copyOf(conditions), new ArrayList<>(values), order, limit, offset, includeDeleted);
    }

    /** What is asked. */
    record Question(
            List<String> conditions,
            List<@Nullable Object> values,
            String order,
            int limit,
            int offset,
            boolean includeDeleted) {}

    /** The second half of a condition. */
    public final class Comparison {
        private final String field;

        private Comparison(String field) {
            this.field = field;
        }

        public EntityQuery<T> is(@Nullable Object value) {
            return value == null ? isNull() : with("=", value);
        }

        public EntityQuery<T> isNot(@Nullable Object value) {
            return value == null ? isNotNull() : with("<>", value);
        }

        public EntityQuery<T> atLeast(Object value) {
            return with(">=", value);
        }

        public EntityQuery<T> atMost(Object value) {
            return with("<=", value);
        }

        public EntityQuery<T> above(Object value) {
            return with(">", value);
        }

        public EntityQuery<T> below(Object value) {
            return with("<", value);
        }

        public EntityQuery<T> between(Object from, Object to) {
            return matching(field + " between ? and ?", List.of(from, to));
        }

        /** {@code %} stands for any text, {@code _} for one character. */
        public EntityQuery<T> like(String pattern) {
            return with("like", pattern);
        }

        public EntityQuery<T> in(Collection<?> choices) {
            return matching(field + " in (?)", List.of(choices));
        }

        public EntityQuery<T> isNull() {
            return matching(field + " is null", List.of());
        }

        public EntityQuery<T> isNotNull() {
            return matching(field + " is not null", List.of());
        }

        private EntityQuery<T> with(String comparison, Object value) {
            return matching(field + " " + comparison + " ?", List.of(value));
        }
    }
}
