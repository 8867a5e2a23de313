/** What all formats for spreadsheets have in common. */
@NullMarked
package org.muster.formats.text;

import org.jspecify.annotations.NullMarked;
