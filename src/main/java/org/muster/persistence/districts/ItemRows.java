package org.muster.persistence.districts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ItemRows implements PanacheRepositoryBase<ItemRow, ItemRow.Key> {}
