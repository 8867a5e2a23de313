/** Every rule as a constraint stream: one small method a rule. */
@NullMarked
package org.muster.planning.constraints;

import org.jspecify.annotations.NullMarked;
