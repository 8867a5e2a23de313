/**
 * What all resources share: bodies, pages, conditional and idempotent requests, identifiers of requests, labels of
 * metrics.
 */
@NullMarked
package org.muster.rest.http;

import org.jspecify.annotations.NullMarked;
