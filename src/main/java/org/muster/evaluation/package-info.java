/** Evaluates schedules: the referee, and what is built on counting. Plain Java, no solver. */
@NullMarked
package org.muster.evaluation;

import org.jspecify.annotations.NullMarked;
