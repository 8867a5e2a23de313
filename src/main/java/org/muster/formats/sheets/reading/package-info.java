/** From the lines of a CSV or XLSX file to items. */
@NullMarked
package org.muster.formats.sheets.reading;

import org.jspecify.annotations.NullMarked;
