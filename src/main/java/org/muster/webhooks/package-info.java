/** Webhooks that are called when plans end: their settings, their deliveries, and the addresses that may be called. */
@NullMarked
package org.muster.webhooks;

import org.jspecify.annotations.NullMarked;
