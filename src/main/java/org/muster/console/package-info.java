/** What somebody at a terminal sees: the demo that {@code ./muster demo} runs. */
@NullMarked
package org.muster.console;

import org.jspecify.annotations.NullMarked;
