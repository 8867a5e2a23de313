/** Published schedules: who was told of which duty, and what was withdrawn. */
@NullMarked
package org.muster.persistence.publications;

import org.jspecify.annotations.NullMarked;
