package io.appkernel.bench.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.envers.Audited;

/** The item as Hibernate keeps it, audited by Envers. */
@Entity
@Audited
@Table(name = "hibernate_item")
class HibernateItem {
    @Id
    String id = "";

    String name = "";
    int price;
    String note = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    @Version
    Long version;
}
