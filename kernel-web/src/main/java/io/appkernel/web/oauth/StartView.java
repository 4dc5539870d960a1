package io.appkernel.web.oauth;

/** Where to send the browser. It keeps a cookie meanwhile, so the page must have asked with its own origin's cookies. */
public record StartView(String authorizationUrl) {}
