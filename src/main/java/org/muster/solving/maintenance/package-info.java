/** What is done once a day. */
@NullMarked
package org.muster.solving.maintenance;

import org.jspecify.annotations.NullMarked;
