/** Clients that others generate from the description of the API, tried as others use them. */
@NullMarked
package org.muster.clients;

import org.jspecify.annotations.NullMarked;
