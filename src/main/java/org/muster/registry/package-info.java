/** A district's lists and rounds: changed, imported, planned, published, forgotten. */
@NullMarked
package org.muster.registry;

import org.jspecify.annotations.NullMarked;
