/** Webhooks and their deliveries over HTTP. */
@NullMarked
package org.muster.rest.webhooks;

import org.jspecify.annotations.NullMarked;
