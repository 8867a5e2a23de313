/** Why a schedule is as it is: what each change would cost, who could replace whom, what differs between schedules. */
@NullMarked
package org.muster.evaluation.explanation;

import org.jspecify.annotations.NullMarked;
