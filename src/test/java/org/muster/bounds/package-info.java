@NullMarked
package org.muster.bounds;

import org.jspecify.annotations.NullMarked;
