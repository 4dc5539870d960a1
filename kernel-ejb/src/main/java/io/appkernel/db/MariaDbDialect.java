package io.appkernel.db;

/** MySQL and MariaDB. */
final class MariaDbDialect extends Dialect {
    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public int longestName() {
        return 64;
    }
}
