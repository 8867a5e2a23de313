package org.muster.rest.http;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.plans.PlanStatus;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;

/** Reads what stands in addresses. The framework's own conversion would answer 404 to a misspelt parameter. */
public final class Parameters {

    public static final int DEFAULT_PAGE = 100, LARGEST_PAGE = 1_000;
    private static final int FIRST_YEAR = 1900, LAST_YEAR = 2200;

    private Parameters() {}

    /** The identifier of a plan; whatever is no identifier names no plan. */
    public static UUID plan(String text) {
        return findId(text).orElseThrow(() -> ApiException.noSuchPlan(text));
    }

    /** An identifier that we gave; empty where the text can be none. */
    public static Optional<UUID> findId(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static @Nullable PlanStatus status(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(PlanStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> bad(
                        "status",
                        text,
                        Arrays.stream(PlanStatus.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** A text to look for; no control characters, which stand in no name and which the database refuses. */
    public static @Nullable String text(String name, @Nullable String text) {
        if (text != null && text.codePoints().anyMatch(Character::isISOControl)) {
            throw bad(name, text, "U+0020...");
        }
        return text;
    }

    /** How many items a page may have. */
    public static int pageSize(@Nullable String limit) {
        return number("limit", limit, DEFAULT_PAGE, 1, LARGEST_PAGE);
    }

    public static boolean truth(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true") || text.isEmpty()) {
            return true;
        }
        throw bad(name, text, "true, false");
    }

    public static int number(String name, @Nullable String text, int otherwise, int least, int most) {
        return (int) longNumber(name, text, otherwise, least, most);
    }

    public static long longNumber(String name, @Nullable String text, long otherwise, long least, long most) {
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(name, text, least + "..." + most);
        }
        throw bad(name, text, least + "..." + most);
    }

    public static Duration duration(String name, @Nullable String text, Duration most) {
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            var duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw bad(name, text, "PT0S..." + most);
        }
        throw bad(name, text, "PT0S..." + most);
    }

    /** A date of our times; a missing one is bad too. */
    public static LocalDate date(String name, @Nullable String text) {
        try {
            var date = LocalDate.parse(text == null ? "" : text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            throw bad(name, date.toString(), FIRST_YEAR + "..." + LAST_YEAR);
        } catch (DateTimeParseException e) {
            throw bad(name, text == null ? "" : text, "2022-05-03");
        }
    }

    public static ApiException bad(String name, String text, String expected) {
        return ApiException.of(ErrorCode.BAD_PARAMETER, "bad-parameter.value", name, Shown.of(text), expected);
    }
}
