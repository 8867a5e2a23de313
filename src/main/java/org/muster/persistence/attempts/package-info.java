/** One process that solves a plan: fenced writes, heartbeats, the course of the score. */
@NullMarked
package org.muster.persistence.attempts;

import org.jspecify.annotations.NullMarked;
