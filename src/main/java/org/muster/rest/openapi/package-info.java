/** What the OpenAPI document says beyond what annotations say. */
@NullMarked
package org.muster.rest.openapi;

import org.jspecify.annotations.NullMarked;
