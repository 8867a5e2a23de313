/** Output to a terminal: the demo that {@code ./muster demo} runs. */
@NullMarked
package org.muster.console;

import org.jspecify.annotations.NullMarked;
