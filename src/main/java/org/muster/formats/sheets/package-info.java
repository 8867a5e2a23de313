/**
 * The lists of a district as spreadsheets, CSV or XLSX, with names in Chinese or English.
 *
 * <p>Cells are normalised here, not validated: the content of a row becomes the JSON of an item, and the readers of
 * items report its faults. Only faults of the sheet itself are reported here.
 */
@NullMarked
package org.muster.formats.sheets;

import org.jspecify.annotations.NullMarked;
