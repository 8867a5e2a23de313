package org.muster.rest.http;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Shown;

/** What the texts of parameters mean, and the refusal of those that mean nothing. */
public final class Parameters {

    public static final String A_DATE = "2022-05-03";
    private static final int FIRST_YEAR = 1900, LAST_YEAR = 2200;

    private Parameters() {}

    /**
     * An identifier that we gave; whatever is none names nothing.
     *
     * @param unknown key of the sentence that says so
     */
    static UUID id(String text, String unknown) {
        return findId(text).orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND, unknown, Shown.of(text)));
    }

    /** An identifier that we gave; empty where the text can be none. */
    public static Optional<UUID> findId(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One of some values, by their texts. */
    static Object oneOf(String name, String text, Map<String, Object> values) {
        var value = values.get(text);
        if (value == null) {
            throw bad(name, text, String.join(", ", values.keySet()));
        }
        return value;
    }

    /** One of the product's two languages. */
    static Locale language(String name, String text) {
        return switch (text) {
            case "zh" -> Locale.CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw bad(name, text, "zh, en");
        };
    }

    /** The list with a name; whatever is none is at no address. */
    static DistrictList list(String text) {
        return DistrictList.findByPath(text)
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND, "not-found.list", Shown.of(text)));
    }

    /** A parameter that must be there. */
    public static <T> T required(String name, @Nullable T value, String expected) {
        if (value == null) {
            throw bad(name, "", expected);
        }
        return value;
    }

    /** A text to look for; no control characters, which stand in no name and which the database refuses. */
    public static @Nullable String text(String name, @Nullable String text) {
        if (text != null && text.codePoints().anyMatch(Character::isISOControl)) {
            throw bad(name, text, "U+0020...");
        }
        return text;
    }

    static boolean truth(String name, String text) {
        return switch (text) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw bad(name, text, "true, false");
        };
    }

    static long number(String name, String text, long least, long most) {
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

    static Duration duration(String name, String text, Duration most) {
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

    /** A date of our times. */
    static LocalDate date(String name, String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            throw bad(name, date.toString(), FIRST_YEAR + "..." + LAST_YEAR);
        } catch (DateTimeParseException e) {
            throw bad(name, text, A_DATE);
        }
    }

    public static ApiException bad(String name, String text, String expected) {
        return ApiException.of(ErrorCode.BAD_PARAMETER, "bad-parameter.value", name, Shown.of(text), expected);
    }
}
