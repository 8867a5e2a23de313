/** A reader of JSON streams that finds all faults, each with its pointer. */
@NullMarked
package org.muster.formats.json.stream;

import org.jspecify.annotations.NullMarked;
