/** What is wrong with an input, and the limits of its size. */
@NullMarked
package org.muster.problem.faults;

import org.jspecify.annotations.NullMarked;
