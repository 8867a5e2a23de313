/** A district's lists and rounds: changed, imported, planned, published, erased. */
@NullMarked
package org.muster.registry;

import org.jspecify.annotations.NullMarked;
