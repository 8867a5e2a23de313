/** The network: who could serve where at what cost, the cheapest flow through it, and its prices. */
@NullMarked
package org.muster.flow;

import org.jspecify.annotations.NullMarked;
