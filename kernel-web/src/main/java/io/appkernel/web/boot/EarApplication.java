package io.appkernel.web.boot;

import jakarta.ws.rs.core.Application;

/**
 * What an app's WAR in an EAR names as its servlet, so that its resources need no Application class of their own. Only
 * an application that has a class loads the kernel's feature on WildFly. Left out of single WARs, where the resources
 * join the kernel's application.
 */
public class EarApplication extends Application {}
