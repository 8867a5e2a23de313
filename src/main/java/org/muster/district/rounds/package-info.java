/** The problem of the next rounds, made from a district. */
@NullMarked
package org.muster.district.rounds;

import org.jspecify.annotations.NullMarked;
