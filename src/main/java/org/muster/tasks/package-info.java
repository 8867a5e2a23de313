/** Tables of db-scheduler: how processes that share one pick tasks from it, and give them back. */
@NullMarked
package org.muster.tasks;

import org.jspecify.annotations.NullMarked;
