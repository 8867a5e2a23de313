/** HTTP, and nothing else: requests become calls, answers become JSON. */
@NullMarked
package org.muster.rest;

import org.jspecify.annotations.NullMarked;
