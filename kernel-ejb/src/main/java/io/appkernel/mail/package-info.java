/**
 * Mail by SMTP; so far where it goes and the rule that a server needs a sender. Start with {@link
 * io.appkernel.mail.MailSettings}.
 */
@NullMarked
@Uses("settings")
package io.appkernel.mail;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
