/**
 * JSON in and out: problems, schedules and requests, read as streams of bounded memory with every fault at its
 * pointer.
 */
@NullMarked
package org.muster.formats.json;

import org.jspecify.annotations.NullMarked;
