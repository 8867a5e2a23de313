/** Holds what the service answers to the committed description of its API. */
@NullMarked
package org.muster.contract;

import org.jspecify.annotations.NullMarked;
