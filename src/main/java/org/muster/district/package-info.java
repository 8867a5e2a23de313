/** What a district keeps between rounds, and how the problem of the next rounds is made from it. Plain Java. */
@NullMarked
package org.muster.district;

import org.jspecify.annotations.NullMarked;
