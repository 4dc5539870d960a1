package io.appkernel.db;

/** The databases the kernel speaks to. */
public enum DatabaseKind {
    H2,
    SQLITE,
    POSTGRESQL,
    MYSQL,
    MARIADB
}
