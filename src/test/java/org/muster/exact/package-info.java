@NullMarked
package org.muster.exact;

import org.jspecify.annotations.NullMarked;
