/** From items to CSV and XLSX files. */
@NullMarked
package org.muster.formats.sheets.writing;

import org.jspecify.annotations.NullMarked;
