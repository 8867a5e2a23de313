package org.muster.persistence.queue;

/**
 * The right to solve whatever is next, as one process holds it: a task of db-scheduler in one of its versions. When the
 * task is taken up again it is another ticket.
 *
 * @param task the instance of the task
 * @param version of its row while it is held
 */
public record Ticket(String task, long version) {

    /** The name of the tasks that are tickets. */
    public static final String TASKS = "turn";

    /** The text that the row of the plan holds that is solved for it. */
    String text() {
        return task + "#" + version;
    }
}
