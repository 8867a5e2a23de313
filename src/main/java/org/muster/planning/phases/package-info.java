/** The steps of a solve: a first schedule on plain arrays, then the moves of the search. */
@NullMarked
package org.muster.planning.phases;

import org.jspecify.annotations.NullMarked;
