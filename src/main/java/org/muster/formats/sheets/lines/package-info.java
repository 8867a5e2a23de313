/** Sheets as lines of cells, with their places, merged ranges and notices. */
@NullMarked
package org.muster.formats.sheets.lines;

import org.jspecify.annotations.NullMarked;
