/** Items of a district's lists as JSON. */
@NullMarked
package org.muster.formats.json.items;

import org.jspecify.annotations.NullMarked;
