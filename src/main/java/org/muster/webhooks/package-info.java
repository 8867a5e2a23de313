/** Whom to tell of the ends of plans: the webhooks, what is delivered to them, and where they may be. */
@NullMarked
package org.muster.webhooks;

import org.jspecify.annotations.NullMarked;
