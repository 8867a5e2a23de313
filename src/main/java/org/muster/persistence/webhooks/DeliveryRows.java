package org.muster.persistence.webhooks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class DeliveryRows implements PanacheRepositoryBase<DeliveryRow, UUID> {}
