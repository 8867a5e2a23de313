/** What people served in earlier rounds, and what required rules have used up by it. */
@NullMarked
package org.muster.district.history;

import org.jspecify.annotations.NullMarked;
