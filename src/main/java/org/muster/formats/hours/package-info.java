/** Opening hours as people write them, for sites that are imported from a list. */
@NullMarked
package org.muster.formats.hours;

import org.jspecify.annotations.NullMarked;
