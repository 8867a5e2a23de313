/** A district's lists, files, rounds, people and publications over HTTP. */
@NullMarked
package org.muster.rest.districts;

import org.jspecify.annotations.NullMarked;
