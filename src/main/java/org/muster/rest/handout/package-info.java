/** What people are given: personal links, duty cards, calendars, lists by site. */
@NullMarked
package org.muster.rest.handout;

import org.jspecify.annotations.NullMarked;
