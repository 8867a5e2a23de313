@NullMarked
package org.muster.flow;

import org.jspecify.annotations.NullMarked;
