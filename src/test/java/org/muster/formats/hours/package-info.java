/** Tests of reading opening hours. */
@NullMarked
package org.muster.formats.hours;

import org.jspecify.annotations.NullMarked;
