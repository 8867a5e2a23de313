@NullMarked
package org.muster.webhooks;

import org.jspecify.annotations.NullMarked;
