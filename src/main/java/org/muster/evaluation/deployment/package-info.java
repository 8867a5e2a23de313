/** Who is deployed where, by unit, level and site: figures to report. */
@NullMarked
package org.muster.evaluation.deployment;

import org.jspecify.annotations.NullMarked;
