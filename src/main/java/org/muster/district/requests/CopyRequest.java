package org.muster.district.requests;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many rounds like an earlier one to make, and when.
 *
 * @param count how many, 1 or more
 * @param firstDate null for {@code everyDays} after the earlier one
 * @param everyDays days from one to the next, 0 or more
 */
public record CopyRequest(int count, @Nullable LocalDate firstDate, int everyDays) {}
