/** Bodies of requests as JSON. */
@NullMarked
package org.muster.formats.json.requests;

import org.jspecify.annotations.NullMarked;
