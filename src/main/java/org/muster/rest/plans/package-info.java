/** Plans over HTTP: submitted, watched, stopped, compared, changed by hand, planned again. */
@NullMarked
package org.muster.rest.plans;

import org.jspecify.annotations.NullMarked;
