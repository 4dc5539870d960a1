package io.appkernel.migrations;

/**
 * Values of a renamed column that its new one lacks.
 *
 * @param rows how many rows lack them, or lacked them before they were copied
 */
public record Backfill(String table, String column, String from, long rows) {}
