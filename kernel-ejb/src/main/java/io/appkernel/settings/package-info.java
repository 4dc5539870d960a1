/**
 * Configuration: every feature, of the kernel and of the app, has one immutable record marked {@link
 * io.appkernel.settings.Settings}, bound once from MicroProfile Config while the application is deployed and injectable
 * by its type. Every mistake of every record, every malformed {@code .env} line and, in prod, every failed {@link
 * io.appkernel.settings.EnvCheck} stands in the one message with which the deployment fails; a {@code kernel.*} name
 * that no record knows is a warning with the nearest known name. Start reading at {@code SettingsFinder}.
 *
 * <p>Own reading of {@code .env} files. Why: real passwords hold {@code #}, quotes and line breaks, and an error must
 * name file and line and never the value. Rejected: dotenv-java, which cuts an unquoted value at any {@code #}, keeps
 * single quotes, knows no {@code export}, and prints the malformed line.
 *
 * <p>The highest source wins over the better name. Why: {@code DATABASE_URL} of the real environment must beat a {@code
 * kernel.database.url} that a file or the app's archive holds. Rejected: the own name first, whatever source it is in.
 *
 * <p>A type for secrets ({@link io.appkernel.settings.SecretText}). Why: it stays masked in every copy, record and log
 * line. Rejected: an annotation on the component, which the record's own {@code toString} does not know.
 *
 * <p>A refused value is replaced by its default until the end of the scan. Why: all other checks still run and all
 * mistakes are told at once; the deployment fails anyway. Rejected: to stop at the first record.
 */
@NullMarked
@Uses("plugin")
package io.appkernel.settings;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
