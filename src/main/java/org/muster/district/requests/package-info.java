/** What callers ask of a district, as records. */
@NullMarked
package org.muster.district.requests;

import org.jspecify.annotations.NullMarked;
