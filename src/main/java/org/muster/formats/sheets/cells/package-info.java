/** What cells hold: columns, their forms, and the words for them in both languages. */
@NullMarked
package org.muster.formats.sheets.cells;

import org.jspecify.annotations.NullMarked;
