/** Rows and queries, hidden behind stores that speak in records. */
@NullMarked
package org.muster.persistence;

import org.jspecify.annotations.NullMarked;
