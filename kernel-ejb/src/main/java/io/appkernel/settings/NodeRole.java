package io.appkernel.settings;

/** What this node does; the same archive serves every role. */
public enum NodeRole {
    ALL,
    WEB,
    WORKER
}
