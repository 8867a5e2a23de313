/** Plans, their problems and their best schedules. */
@NullMarked
package org.muster.persistence.plans;

import org.jspecify.annotations.NullMarked;
