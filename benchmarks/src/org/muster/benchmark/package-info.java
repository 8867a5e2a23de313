/** Measures Muster beside its peers: the same instances, threads and heap, judged by the referee. */
@NullMarked
package org.muster.benchmark;

import org.jspecify.annotations.NullMarked;
