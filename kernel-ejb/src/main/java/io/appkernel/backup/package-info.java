/**
 * Backup and restore; so far when and where. Start with {@link io.appkernel.backup.BackupSettings}.
 */
@NullMarked
@Uses("settings")
package io.appkernel.backup;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
