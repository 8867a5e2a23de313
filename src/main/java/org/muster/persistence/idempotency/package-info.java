/** Responses that are kept so that a repeated request does nothing twice. */
@NullMarked
package org.muster.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
