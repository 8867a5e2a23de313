/** Personal links, and what people were told. */
@NullMarked
package org.muster.registry.handout;

import org.jspecify.annotations.NullMarked;
