/** The problem with numbers instead of identifiers: eligibility, travel times, windows that share a day. */
@NullMarked
package org.muster.problem.index;

import org.jspecify.annotations.NullMarked;
