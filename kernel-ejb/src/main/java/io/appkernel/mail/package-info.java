/**
 * Mail: a seam for whoever sends it; SMTP itself is still to come, and so far only its settings and the rule that a
 * server needs a sender are here. Start with {@link io.appkernel.mail.Mailer}, then {@link io.appkernel.mail.MailSender},
 * which an app may implement.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>With no sender, outside prod, mail is logged with its content. Why: that is how a developer gets the link in it.
 *       In prod it is refused, for a log must not let anybody in.
 * </ul>
 */
@NullMarked
@Uses({"errors", "lifecycle", "log", "plugin", "settings"})
package io.appkernel.mail;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
