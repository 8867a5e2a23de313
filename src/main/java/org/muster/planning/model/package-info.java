/** The Timefold model: facts, seats, and the roster of them. */
@NullMarked
package org.muster.planning.model;

import org.jspecify.annotations.NullMarked;
