/** Duties as iCalendar (RFC 5545), for the calendars that people carry with them. */
@NullMarked
package org.muster.formats.ics;

import org.jspecify.annotations.NullMarked;
