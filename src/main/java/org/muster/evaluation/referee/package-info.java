/**
 * The referee: recounts every rule from problem and schedule alone. It shares no code with the incremental evaluator,
 * so that each checks the other.
 */
@NullMarked
package org.muster.evaluation.referee;

import org.jspecify.annotations.NullMarked;
