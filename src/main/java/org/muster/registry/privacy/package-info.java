/** Erasure of people on request, and after the time of retention. */
@NullMarked
package org.muster.registry.privacy;

import org.jspecify.annotations.NullMarked;
