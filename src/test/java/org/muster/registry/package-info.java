@NullMarked
package org.muster.registry;

import org.jspecify.annotations.NullMarked;
