/** Tests of the demo districts, and a problem made of real sampling points. */
@NullMarked
package org.muster.demo;

import org.jspecify.annotations.NullMarked;
