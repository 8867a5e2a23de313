/** What is asked before a resource is reached, and what health checks answer. */
@NullMarked
package org.muster.rest.gates;

import org.jspecify.annotations.NullMarked;
