/** The catalogue of rules, the duty rules of cadres, and weights. */
@NullMarked
package org.muster.problem.rules;

import org.jspecify.annotations.NullMarked;
