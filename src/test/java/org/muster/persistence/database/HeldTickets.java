package org.muster.persistence.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import org.muster.persistence.queue.Ticket;

/** Tickets as a process has picked them. */
public final class HeldTickets {

    private HeldTickets() {}

    /** Picks a ticket, be it there before or not. */
    public static Ticket pick(EntityManager database, String task) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                                values ('turn', :task, now(), true, 1)
                                on conflict (task_name, task_instance) do update set picked = true, version = 1""")
                        .setParameter("task", task)
                        .executeUpdate());
        return new Ticket(task, 1);
    }
}
