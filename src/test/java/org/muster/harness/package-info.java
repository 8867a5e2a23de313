/**
 * How tests get a service: the packaged one as processes on a database of their own, and the bodies that they send to it.
 */
@NullMarked
package org.muster.harness;

import org.jspecify.annotations.NullMarked;
