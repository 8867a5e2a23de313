/** Small problems solved to optimality, and proofs that required minimums cannot be kept. */
@NullMarked
package org.muster.exact;

import org.jspecify.annotations.NullMarked;
