/** The proof beside the search: bounds while it runs, and what is known at its end. */
@NullMarked
package org.muster.solving.bounding;

import org.jspecify.annotations.NullMarked;
