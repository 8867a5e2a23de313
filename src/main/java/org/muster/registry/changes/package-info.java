/** Changes of a plan by hand, and plans that go on from another one. */
@NullMarked
package org.muster.registry.changes;

import org.jspecify.annotations.NullMarked;
