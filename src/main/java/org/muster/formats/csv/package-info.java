/** Schedules and figures as tables for spreadsheets. */
@NullMarked
package org.muster.formats.csv;

import org.jspecify.annotations.NullMarked;
