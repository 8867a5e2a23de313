/** Problems, options and schedules as JSON. */
@NullMarked
package org.muster.formats.json.problems;

import org.jspecify.annotations.NullMarked;
