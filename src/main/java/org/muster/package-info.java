/** Muster (集结) staffs mass-screening rounds: problem in, schedule and proof out. */
@NullMarked
package org.muster;

import org.jspecify.annotations.NullMarked;
