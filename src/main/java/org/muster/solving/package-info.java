/** The life of a solve, from submitted to done: the queue, the attempts, what is saved meanwhile, and the referee. */
@NullMarked
package org.muster.solving;

import org.jspecify.annotations.NullMarked;
