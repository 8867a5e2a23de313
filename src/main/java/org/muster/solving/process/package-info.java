/** This process: its role, its machine, its memory, the fields of its log. */
@NullMarked
package org.muster.solving.process;

import org.jspecify.annotations.NullMarked;
