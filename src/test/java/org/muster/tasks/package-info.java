@NullMarked
package org.muster.tasks;

import org.jspecify.annotations.NullMarked;
