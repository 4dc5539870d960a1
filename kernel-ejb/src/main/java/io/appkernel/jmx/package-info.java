/**
 * What an operator sees in a JMX console: one MXBean per feature, under {@code kernel:type=<type>,app=<name>}.
 *
 * <p>Start reading at {@link io.appkernel.jmx.Jmx}. Attributes and operations explain themselves through
 * {@link io.appkernel.jmx.Help}. Every name is gone when the application is undeployed.
 *
 * <p>Decisions:
 * <ul>
 *   <li>The name always carries {@code app}. A script finds the same bean whatever else is deployed and in whichever
 *       order. Rejected: adding the key to the second deployment only, where a redeploy swaps the names. The pattern
 *       {@code kernel:type=Kernel,*} finds the beans of every application.
 *   <li>Two deployments with one name get {@code instance=2} and so on. A console must never stop a deployment.
 *       Rejected: failing, and replacing the other deployment's bean, which would vanish with ours.
 *   <li>MXBeans only. A console shows their values without a class of ours. Rejected: standard MBeans, whose records
 *       need our jar on the console's class path.
 * </ul>
 */
@NullMarked
@Uses({"lifecycle", "log", "settings"})
package io.appkernel.jmx;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
