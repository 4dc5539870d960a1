package io.appkernel.db;

final class H2Dialect extends Dialect {
    @Override
    public int longestName() {
        return 256;
    }
}
