package io.appkernel.probe.web;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A plain entity in an app's WAR. */
@Entity(name = "probe_pages")
public class Page {
    @Id
    String id;
}
