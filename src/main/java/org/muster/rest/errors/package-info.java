/** Every error of the API as a problem document (RFC 9457), in the language of the caller. */
@NullMarked
package org.muster.rest.errors;

import org.jspecify.annotations.NullMarked;
