/** A district's lists: changed item by item, as a whole, or from files. */
@NullMarked
package org.muster.registry.lists;

import org.jspecify.annotations.NullMarked;
