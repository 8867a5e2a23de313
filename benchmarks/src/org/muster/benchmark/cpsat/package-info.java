/** The planning model stated for OR-Tools CP-SAT: a peer to be measured. */
@NullMarked
package org.muster.benchmark.cpsat;

import org.jspecify.annotations.NullMarked;
