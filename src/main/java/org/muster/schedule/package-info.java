/** The answer as records. Plain Java. */
@NullMarked
package org.muster.schedule;

import org.jspecify.annotations.NullMarked;
