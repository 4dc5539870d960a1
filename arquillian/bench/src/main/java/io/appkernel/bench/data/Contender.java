package io.appkernel.bench.data;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One way to keep items with their history. Items have an id, a name, a price and a note. */
interface Contender extends AutoCloseable {
    String title();

    /** Inserts these items, each in a transaction of its own, each with one row of history; answers their ids. */
    List<String> saveEach(List<Item> items);

    /** Inserts these items in one transaction, each with one row of history; answers their ids. */
    List<String> saveTogether(List<Item> items);

    /** Reads each by its id, past every cache. */
    void find(List<String> ids);

    @Override
    void close();

    /** What is saved; who has no id yet is given one. */
    record Item(@Nullable String id, String name, int price, String note) {
        String idOrNew() {
            return id == null ? UUID.randomUUID().toString() : id;
        }
    }
}
