package io.appkernel.web.schema;

import io.appkernel.migrations.Backfill;
import java.util.List;

/** Renamed columns, and how many rows each was or would be copied for. */
public record BackfillView(boolean confirmed, List<Backfill> columns) {}
