package io.appkernel.probe.beans;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A plain entity in an app's EJB jar, with no persistence.xml anywhere. */
@Entity
@Table(name = "probe_notes")
public class Note {
    @Id
    String id;

    String text;
}
