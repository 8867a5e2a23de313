/** Which plan is solved next, for whom, and the tickets that wake a worker. */
@NullMarked
package org.muster.persistence.queue;

import org.jspecify.annotations.NullMarked;
