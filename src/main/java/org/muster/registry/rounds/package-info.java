/** Rounds: planned, checked against the district as it is, published, withdrawn. */
@NullMarked
package org.muster.registry.rounds;

import org.jspecify.annotations.NullMarked;
