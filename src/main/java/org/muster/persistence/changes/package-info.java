/** Changes of a schedule by hand, which can be undone and redone. */
@NullMarked
package org.muster.persistence.changes;

import org.jspecify.annotations.NullMarked;
