/** A district's lists, and who did what to them. */
@NullMarked
package org.muster.persistence.districts;

import org.jspecify.annotations.NullMarked;
