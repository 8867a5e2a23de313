/** The input language as records, the catalogue of rules, and validation. Plain Java. */
@NullMarked
package org.muster.problem;

import org.jspecify.annotations.NullMarked;
