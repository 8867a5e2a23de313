/** Texts in the language of the reader. */
@NullMarked
package org.muster.rest.texts;

import org.jspecify.annotations.NullMarked;
