/** The problem with numbers instead of identifiers: who may serve where, travel times, windows that share a day. */
@NullMarked
package org.muster.problem.index;

import org.jspecify.annotations.NullMarked;
