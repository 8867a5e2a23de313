/** One request of several parts: made one problem, split into problems that can be solved apart, and put together. */
@NullMarked
package org.muster.parts;

import org.jspecify.annotations.NullMarked;
