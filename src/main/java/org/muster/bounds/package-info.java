/** What no schedule can beat: bounds on score, and certificates for shortages. */
@NullMarked
package org.muster.bounds;

import org.jspecify.annotations.NullMarked;
