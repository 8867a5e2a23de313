package org.muster.persistence.plans;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
public class PlanRows implements PanacheRepositoryBase<PlanRow, UUID> {}
