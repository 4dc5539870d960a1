package io.appkernel.db;

final class PostgresDialect extends Dialect {
    @Override
    public int longestName() {
        return 63;
    }
}
