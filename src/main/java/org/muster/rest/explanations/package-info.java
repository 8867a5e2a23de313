/** Why a seat is empty or taken, and who could take it, over HTTP. */
@NullMarked
package org.muster.rest.explanations;

import org.jspecify.annotations.NullMarked;
