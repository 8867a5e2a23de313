/** Webhooks, and what is to be delivered to them. */
@NullMarked
package org.muster.persistence.webhooks;

import org.jspecify.annotations.NullMarked;
