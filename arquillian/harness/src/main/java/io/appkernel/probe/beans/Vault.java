package io.appkernel.probe.beans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** An EJB that only admins may call. */
@Stateless
public class Vault {
    @RolesAllowed("admin")
    public String open() {
        return "gold";
    }
}
