/** Which plan of which account is solved next, and the tickets that wake a worker. */
@NullMarked
package org.muster.persistence.queue;

import org.jspecify.annotations.NullMarked;
