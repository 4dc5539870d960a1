/**
 * Backup and restore; so far when and where. Start with {@link io.appkernel.backup.BackupSettings}.
 */
@NullMarked
package io.appkernel.backup;

import org.jspecify.annotations.NullMarked;
