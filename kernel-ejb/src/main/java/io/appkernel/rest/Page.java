package io.appkernel.rest;

import java.util.List;

/**
 * Part of a list, as every list is answered. Immutable.
 *
 * @param items newest first
 * @param limit how many were asked for, after the cap
 * @param offset how many were passed over
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, int limit, int offset, long total) {
    public Page {
        items = List.copyOf(items);
    }

    /** A page of what a store has already cut to size. */
    public static <T> Page<T> of(List<T> items, PageQuery query, long total) {
        return new Page<>(items, query.limit(), query.offset(), total);
    }

    /** Cuts the page out of the whole list. */
    public static <T> Page<T> cut(List<T> all, PageQuery query) {
        int from = Math.min(query.offset(), all.size());
        int to = Math.min(from + query.limit(), all.size());
        return of(all.subList(from, to), query, all.size());
    }
}
