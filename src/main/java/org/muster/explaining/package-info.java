/** Plans whose problem is numbered and in memory, so that questions about their schedules are answered at once. */
@NullMarked
package org.muster.explaining;

import org.jspecify.annotations.NullMarked;
