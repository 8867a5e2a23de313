/** What is promised for bad days, kept by real processes on loopback with a real PostgreSQL: docs/operations.md. */
@NullMarked
package org.muster.faults;

import org.jspecify.annotations.NullMarked;
