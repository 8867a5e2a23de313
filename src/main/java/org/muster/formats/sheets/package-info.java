/**
 * The lists of a district as spreadsheets, CSV or XLSX, with names in Chinese or English.
 *
 * <p>Cells are normalised here, not judged: what stands in a sheet becomes the JSON of an item, and the readers of the
 * items say what is wrong with it. Only what concerns the sheet itself is reported here.
 */
@NullMarked
package org.muster.formats.sheets;

import org.jspecify.annotations.NullMarked;
