/** The Timefold model: what the solver works on, and the solver itself. */
@NullMarked
package org.muster.planning;

import org.jspecify.annotations.NullMarked;
