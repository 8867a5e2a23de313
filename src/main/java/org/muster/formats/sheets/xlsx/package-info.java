/** Reads workbooks (Office Open XML) as streams. */
@NullMarked
package org.muster.formats.sheets.xlsx;

import org.jspecify.annotations.NullMarked;
