package org.muster.persistence.publications;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PublicationRows implements PanacheRepositoryBase<PublicationRow, UUID> {}
