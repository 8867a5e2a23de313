/** Workbooks (XLSX) for people and their spreadsheets. */
@NullMarked
package org.muster.formats.xlsx;

import org.jspecify.annotations.NullMarked;
