package io.appkernel.migrations;

import io.appkernel.schema.Table;
import java.util.List;

/** Says which tables the deployment wants; a bean of whoever knows. Thread-safe. */
public interface WantedSchema {
    /** All of them, always in the same order. */
    List<Table> tables();
}
