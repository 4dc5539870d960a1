package io.appkernel.history;

import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.queries.ObjectLevelModifyQuery;

/** Counts on where the history of an id stopped when its row is made again. */
final class FirstVersion extends VersionLockingPolicy {
    private static final long serialVersionUID = 1L;

    private final transient History history;
    private final transient EntityEvents entity;

    FirstVersion(VersionLockingPolicy standard, EntityEvents entity, History history) {
        super(standard.getWriteLockField());
        this.entity = entity;
        this.history = history;
        setIsStoredInCache(standard.isStoredInCache());
        setIsCascaded(standard.isCascaded());
        setLockOnChangeMode(standard.getLockOnChangeMode());
    }

    @Override
    public void setupWriteFieldsForInsert(ObjectLevelModifyQuery query) {
        super.setupWriteFieldsForInsert(query);
        long last = history.lastVersion(query, entity);
        if (last > 0) {
            Long next = last + 1;
            updateWriteLockValueForWrite(query, next);
            updateObjectWithWriteValue(query, next);
        }
    }
}
