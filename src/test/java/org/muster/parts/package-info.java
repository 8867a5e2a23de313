@NullMarked
package org.muster.parts;

import org.jspecify.annotations.NullMarked;
