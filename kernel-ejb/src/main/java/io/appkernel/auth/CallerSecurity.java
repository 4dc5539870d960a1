package io.appkernel.auth;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jakarta Security's caller, in the place of the server's, which on Payara has only roles that the app declares. */
@Alternative
@Priority(2500)
@ApplicationScoped
class CallerSecurity implements SecurityContext {
    @Inject
    CurrentUser user;

    @Inject
    BeanManager beans;

    @Override
    public @Nullable Principal getCallerPrincipal() {
        Optional<Caller> caller = user.caller();
        return caller.isPresent() ? caller.get() : servers().getCallerPrincipal();
    }

    @Override
    public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
        return servers().getPrincipalsByType(type);
    }

    @Override
    public boolean isCallerInRole(String role) {
        return user.isAuthenticated() ? user.hasRole(role) : servers().isCallerInRole(role);
    }

    @Override
    public boolean hasAccessToWebResource(String resource, String... methods) {
        return servers().hasAccessToWebResource(resource, methods);
    }

    @Override
    public AuthenticationStatus authenticate(
            HttpServletRequest request, HttpServletResponse response, AuthenticationParameters parameters) {
        return servers().authenticate(request, response, parameters);
    }

    private SecurityContext servers() {
        Bean<?> bean = beans.getBeans(SecurityContext.class, Any.Literal.INSTANCE).stream()
                .filter(found -> found.getBeanClass() != CallerSecurity.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server has no bean of Jakarta Security's context."));
        CreationalContext<?> context = beans.createCreationalContext(bean);
        return (SecurityContext) beans.getReference(bean, SecurityContext.class, context);
    }
}
